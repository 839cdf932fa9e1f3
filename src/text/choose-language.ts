import type { LanguageDetector } from './detect-language.ts';
import { canonicalLanguage } from './language-tags.ts';
import { UNSPACED_SCRIPTS } from './unspaced-scripts.ts';

/**
 * Thresholds for trusting the detector. A declaration is mostly right. When it is wrong (a page
 * builder's default), the article is long, so it takes a paragraph to overrule one.
 */
const CHOICE = {
  /** Letters that a text without a declaration needs: a short headline. */
  minLetters: 12,
  /** Letters that a text needs to contradict its declaration: two sentences. */
  minLettersToOverrule: 120,
  /** Characters at the start of the text in which letters are counted. */
  countedChars: 600,
  /** How many letters one character of an unspaced script counts for. */
  unspacedWeight: 3,
  /**
   * Minimum length of each piece given to the detector: long enough to be reliable, short enough to
   * be quick.
   */
  minPieceChars: 80,
  mostPiece: 200,
} as const;

/**
 * Groups of languages that letters hardly distinguish, or that the detector learned under one name.
 */
const ALIKE: readonly (readonly string[])[] = [
  ['hr', 'sr'],
  ['id', 'ms'],
];

/**
 * Chooses a text's language as a primary subtag: the declared one, unless every piece of the text
 * clearly says the same other language. Without a declaration, what most pieces say, else 'en'.
 */
export function chooseLanguage(
  declared: string | undefined,
  text: string,
  detector: LanguageDetector | undefined,
): string {
  const stated = canonicalLanguage(declared);
  const kept = stated ?? 'en';
  if (!detector || (stated !== undefined && !detector.knows(stated))) return kept;
  const minimum = stated === undefined ? CHOICE.minLetters : CHOICE.minLettersToOverrule;
  if (!hasLetters(text, minimum)) return kept;
  const pieces = splitPieces(text);
  const votes: string[] = [];
  // Pieces are tried one by one, and no more than needed: most articles are what they declare.
  for (const piece of pieces) {
    const guess = detector.detect(piece);
    if (!guess?.clear) continue;
    if (guess.lang === stated) return stated;
    votes.push(guess.lang);
    if (stated === undefined && isMost(guess.lang, votes, pieces.length)) return guess.lang;
  }
  const [found] = votes;
  if (found === undefined || stated === undefined) return kept;
  const isSure = votes.every((vote) => vote === found) && isMost(found, votes, pieces.length);
  return isSure && !areAlike(found, stated) ? found : kept;
}

function isMost(lang: string, votes: readonly string[], count: number): boolean {
  return votes.filter((vote) => vote === lang).length * 2 > count;
}

function areAlike(a: string, b: string): boolean {
  return ALIKE.some((family) => family.includes(a) && family.includes(b));
}

/**
 * Returns the beginning, the middle and the end of a text. A text too short for three is one piece.
 */
function splitPieces(text: string): string[] {
  const third = Math.floor(text.length / 3);
  if (third < CHOICE.minPieceChars) return [text];
  const size = Math.min(third, CHOICE.mostPiece);
  const middle = Math.floor((text.length - size) / 2);
  return [0, middle, text.length - size].map((at) => text.slice(at, at + size));
}

/** Whether the beginning of a text has at least `minimum` letters. Unspaced scripts are weighted. */
function hasLetters(text: string, minimum: number): boolean {
  const letters = text.slice(0, CHOICE.countedChars).replaceAll(/\P{L}+/gu, '');
  if (letters.length >= minimum || !UNSPACED_SCRIPTS.test(letters))
    return letters.length >= minimum;
  return letters.length * CHOICE.unspacedWeight >= minimum;
}
