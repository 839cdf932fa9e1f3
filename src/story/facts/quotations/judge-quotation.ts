import type { Governing } from './govern-quotation.ts';
import type { Clause } from './name-phrase.ts';
import { wordSet } from '../../../text/word-set.ts';

/** What words between quotation marks are. */
export type QuotationKind =
  | 'speech' // somebody's words, whole or a fragment
  | 'title' // of a work; a nickname or another name
  | 'term' // a term, or words held at arm's length
  | 'measure'; // no quotation: the marks are inches

/** Without a speaker, shorter quotations are terms. */
const MIN_SPEECH_WORDS = 5;
/** Without a speaker, shorter quotations in a script without spaces are terms. */
const MIN_SPEECH_LETTERS = 12;
const MIN_WHOLE_WORDS = 3;

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const SMALL = wordSet(
  'a an the of in on at to for and or by with from en el la le de des du del der die das und y e et',
);

const WORKS =
  wordSet(`film movie song album book novel series sitcom comedy drama musical opera play poem hit documentary
  episode single track game painting magazine show memoir anthem ballad sequel trilogy soundtrack franchise saga
  hymn lyrics thriller biopic bestseller expose exposé programme`);
/** Words that give or bear a name. */
const NAMES =
  wordSet(`called named entitled titled dubbed nicknamed nickname alias aka a.k.a known baptized
  christened codenamed so-called performed sang starring styled termed labelled labeled headlined`);
const BEFORE_NAMED = wordSet('as the was is a locally simply also of by');
const AFTER_TITLE = new Set([
  ...WORKS,
  'star',
  'stars',
  'director',
  'actor',
  'actress',
  'actors',
  'author',
  'cast',
]);
/** What bears words that nobody speaks. */
const SIGNS =
  /^(?:signs?|banners?|placards?|posters?|t-shirts?|shirts?|stickers?|graffiti|headlines?|billboards?|labels?|plaques?)$/;
const NAMING = /^(?:called|named|dubbed|nicknamed|termed|labell?ed|styled)$/;
const CLOSING_MARK = /[,.!?…،。！？]["'”’»\s]*$/u;

/** Judges a quotation that is a token of a sentence. `quoted` is what stands between its marks. */
export function judgeQuotation(
  clause: Clause,
  at: number,
  quoted: string,
  governing: Governing | undefined,
): QuotationKind {
  if (isMeasure(clause, at, quoted)) return 'measure';
  const count = countWords(quoted);
  if (isNamed(clause, at, governing) && count < 2 * MIN_SPEECH_WORDS) return 'title';
  if (isOnSign(clause, at)) return 'term';
  if (isTitled(clause, at, quoted, count, governing)) return 'title';
  if (governing) return 'speech';
  if (count >= MIN_SPEECH_WORDS) return 'speech';
  if (UNSPACED.test(quoted.slice(0, 40)) && quoted.length >= MIN_SPEECH_LETTERS) return 'speech';
  return isWhole(clause, at) && count >= MIN_WHOLE_WORDS ? 'speech' : 'term';
}

function countWords(quoted: string): number {
  let count = 0;
  for (const _ of quoted.slice(0, 400).matchAll(WORD)) count += 1;
  return count;
}

/** 5" x 7": what stands between two marks of inches. */
function isMeasure({ tokens }: Clause, at: number, quoted: string): boolean {
  const before = tokens[at - 1];
  const isNumber = before?.kind === 'word' && /^\d+(?:[.,/]\d+)?$/.test(before.lower);
  return isNumber && tokens[at]!.start - before.end <= 1 && !/\p{L}{4}/u.test(quoted.slice(0, 60));
}

/** Whether a word of naming stands before: the film "…", known as "…". */
function isNamed({ tokens, words }: Clause, at: number, governing: Governing | undefined): boolean {
  let before = at - 1;
  if (tokens[before]?.kind === 'open' || tokens[before]?.kind === 'comma') before -= 1;
  // A gloss is what the words before it are: known as "el Rey" ("the King").
  if (before < at - 1 && tokens[before]?.kind === 'quotation')
    return isNamed({ tokens, words }, before, undefined);
  if (WORKS.has(tokens[before]?.lower ?? '') && !tokens[before]!.capital) return true;
  for (let step = 0; step < 3 && BEFORE_NAMED.has(tokens[before]?.lower ?? ''); step++) before -= 1;
  const word = tokens[before];
  if (!word || !NAMES.has(word.lower)) return false;
  if (!NAMING.test(word.lower)) return true;
  // "what he called", "Lee called": somebody's word for it; but "a campaign called".
  const attribution = governing?.attribution;
  const subject =
    attribution?.verb === before && !attribution.passive ? attribution.subject : undefined;
  if (!subject || words.passives.has(tokens[before - 1]?.lower ?? '')) return true;
  return (
    subject.kind === 'description' &&
    !words.relatives.has(tokens[subject.from - 1]?.lower ?? '') &&
    tokens[subject.from - 1]?.lower !== 'what'
  );
}

function isOnSign({ tokens }: Clause, at: number): boolean {
  for (let before = at - 1; before >= 0 && at - before <= 6; before--) {
    const { kind, lower } = tokens[before]!;
    if (kind === 'break' || kind === 'quotation') return false;
    if (SIGNS.test(lower)) return true;
  }
  return false;
}

/** Whether a quotation is written like a title and not spoken: no stop, or a noun of works after it. */
function isTitled(
  { tokens }: Clause,
  at: number,
  quoted: string,
  count: number,
  governing: Governing | undefined,
): boolean {
  if (!isTitleCase(quoted)) return false;
  const next = tokens[at + 1];
  if (next && AFTER_TITLE.has(next.lower)) return true;
  if (count < 2) return governing === undefined;
  return !governing?.direct && !CLOSING_MARK.test(quoted);
}

function isCapital(word: string): boolean {
  return /^[\p{Lu}\p{N}]/u.test(word);
}

/** Every word begins with a capital or a digit, except for articles and prepositions inside. */
function isTitleCase(quoted: string): boolean {
  const words = quoted.slice(0, 200).match(WORD) ?? [];
  return (
    words.length > 0 &&
    isCapital(words[0]!) &&
    words.every((word) => isCapital(word) || SMALL.has(word))
  );
}

/** Whether nearly nothing but quotations stands in the sentence. */
function isWhole({ tokens }: Clause, at: number): boolean {
  let outside = 0;
  for (let i = Math.max(0, at - 8); i < Math.min(tokens.length, at + 8); i++) {
    if (tokens[i]!.kind === 'word') outside += 1;
  }
  return outside <= 1;
}
