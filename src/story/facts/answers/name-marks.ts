import { foldName, placeTable } from '../../../text/places/place-table.ts';
import { findPlaces } from '../../../text/places/find-places.ts';
import { parseCountry } from '../../../text/places/parse-country.ts';
import { speechWordsOf } from '../quotations/speech-words-of.ts';
import type { TextSpan } from './answer-mark.ts';
import { findCapitalRuns, type CapitalRun } from './capital-runs.ts';

/** What is known of the words around a sentence. */
export interface NameContext {
  readonly lang: string;
  /** Whether the question has a word, as typed in small letters. */
  isAsked(word: string): boolean;
  /** Whether it is one of the question's names, other than of countries. */
  isAskedName(word: string): boolean;
  /** Whether the article writes a word of the sentence, given by its offset, with a capital wherever it stands. */
  isAlwaysCapital(offset: number): boolean;
}

/** Finds names of persons, bodies and countries that the question doesn't have. Names of peoples and cities are none. */
export function findNameMarks(text: string, context: NameContext): TextSpan[] {
  const { lang } = context;
  return runsOf(text, context).filter(
    (run) =>
      !isPeople(run, lang) &&
      !isAskedAbout(run, context) &&
      !isCity(text.slice(run.start, run.end), lang) &&
      !WHERE.test(text.slice(Math.max(0, run.start - 24), run.start)),
  );
}

/** "Charles III" is the Charles who is asked about. */
function isAskedAbout({ words }: CapitalRun, { lang, isAskedName }: NameContext): boolean {
  const { roles } = speechWordsOf(lang);
  const lower = words.map(({ text }) => text.toLowerCase());
  const others = lower.filter((word) => !isAskedName(word) && !roles.has(word));
  return lower.some((word) => isAskedName(word)) && others.length < 2;
}

/** What stands before a place and never before somebody who did something. */
const WHERE =
  /(?<!\p{L})(?:in|at|near|off|outside|into|across|from|of the|(?:city|town|village|port|coast|island|province|region|district) of)(?: the)? $/iu;

function isCity(name: string, lang: string): boolean {
  return (
    findPlaces(name, lang).length > 0 && parseCountry(name.replace(/['’]s$/u, '')) === undefined
  );
}

/** Finds names of places that the question doesn't have: those that are known, and those after "in", "at" or "near". */
export function findPlaceMarks(text: string, context: NameContext): TextSpan[] {
  const { lang } = context;
  return runsOf(text, context).filter((run) => {
    if (isPeople(run, lang)) return false;
    const { start, end, words } = run;
    const before = text.slice(Math.max(0, start - 24), start);
    if (LOCATING.test(before)) return true;
    return words.length <= 3 && findPlaces(text.slice(start, end), lang).length > 0;
  });
}

/** What stands before a place, in the languages whose questions are read. */
const LOCATING =
  /(?:^|[^\p{L}])(?:in|at|near|off|outside|inside|from|to|toward|towards|into|across|around|via|reached|leaves?|left|en|à|au|aux|vers|près de|nach|bei|aus|a|hacia|cerca de|nel|nella|ad|em|no|na|naar|bij|в|во|на|из|под)(?: the| city of| town of| village of| port of| nearby| northern| southern| eastern| western| central)* $/iu;

/** The names of a sentence that are not in the question. */
function runsOf(text: string, context: NameContext): CapitalRun[] {
  return findCapitalRuns(text, context.lang).filter((run) => {
    const isNew = run.words.some(({ text: word }) => !context.isAsked(word.toLowerCase()));
    return isNew && !isOpening(run, context) && !isTitle(run, context.lang);
  });
}

/** "Officials said": a word in capitals only because it opens the sentence. */
function isOpening({ isFirst, words, start }: CapitalRun, context: NameContext): boolean {
  if (!isFirst || words.length > 1 || parseCountry(words[0]!.text) !== undefined) return false;
  return !/^\p{Lu}{2,}$/u.test(words[0]!.text) && !context.isAlwaysCapital(start);
}

/** "President", "Mr": a title without the name. */
function isTitle({ words }: CapitalRun, lang: string): boolean {
  const { roles } = speechWordsOf(lang);
  return words.every(({ text }) => roles.has(text.toLowerCase()));
}

function isPeople({ words }: CapitalRun, lang: string): boolean {
  const [word] = words;
  if (words.length > 1 || !word) return false;
  const names = placeTable(lang).get(foldName(word.text, lang));
  return names?.some(({ rest, kind }) => rest.length === 0 && kind === 'people') === true;
}
