import { findPlaces } from '../../../text/places/find-places.ts';
import { parseCountry } from '../../../text/places/parse-country.ts';
import { foldName, placeTable } from '../../../text/places/place-table.ts';
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

/** Finds names of those who may have done something, without the names that the question has. */
export function findNameMarks(text: string, context: NameContext): TextSpan[] {
  const { lang } = context;
  return runsOf(text, context).filter(
    (run) =>
      !isPeople(run, lang) &&
      !isAskedAbout(run, context) &&
      !isPlace(text, run, lang) &&
      !WHERE.test(text.slice(Math.max(0, run.start - 24), run.start)),
  );
}

/** "Charles III" is the Charles who is asked about. */
function isAskedAbout({ words }: CapitalRun, context: NameContext): boolean {
  const lower = words.map(({ text }) => text.toLowerCase());
  const asked = lower.filter((word) => context.isAskedName(word));
  const roles = lower.filter((word) => isRole(word, context.lang));
  return asked.length > 0 && lower.length - asked.length - roles.length < 2;
}

/** A city does nothing, and a country only where it opens the sentence or stands after "by". */
function isPlace(text: string, { words, start, end }: CapitalRun, lang: string): boolean {
  // "French President Ann Lee"
  const first = words.find((word) => !isPeopleWord(word.text, lang) && !isRole(word.text, lang));
  const name = text.slice(first?.start ?? start, end);
  if (parseCountry(name.replace(/['’]s$/u, '')) === undefined) {
    return findPlaces(name, lang).length > 0;
  }
  return !DOER.test(text.slice(0, start).slice(-12));
}

/** What stands before somebody who does something; at the beginning of a sentence nothing or an article. */
const DOER = /(?<!\p{L})by(?: the)? $|^(?:the )?$/iu;

/** What stands before a place and never before somebody who did something. */
const WHERE =
  /(?<!\p{L})(?:in|at|near|off|outside|into|across|from|of the|(?:city|town|village|port|coast|island|province|region|district) of)(?: the)? $/iu;

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
  return words.every(({ text }) => isRole(text, lang));
}

function isRole(word: string, lang: string): boolean {
  return speechWordsOf(lang).roles.has(word.toLowerCase());
}

function isPeople({ words }: CapitalRun, lang: string): boolean {
  return words.length === 1 && isPeopleWord(words[0]!.text, lang);
}

/** "French" */
function isPeopleWord(word: string, lang: string): boolean {
  const names = placeTable(lang).get(foldName(word, lang));
  return names?.some(({ rest, kind }) => rest.length === 0 && kind === 'people') === true;
}
