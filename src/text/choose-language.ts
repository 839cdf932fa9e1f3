import type { LanguageDetector } from './detect-language.ts';
import { canonicalLanguage, UNSPACED_SCRIPTS } from './language-tags.ts';

/**
 * How much a text must have before it is asked. A declaration is mostly right, and where it is wrong
 * (a page builder's default), the article is long: it takes a paragraph to overrule one.
 */
const CHOICE = {
  /** Letters of a text that declares nothing: a short headline. */
  fewestLetters: 12,
  /** Letters of a text that contradicts what is declared: two sentences. */
  fewestAgainst: 120,
  /** Characters in which the letters are counted. */
  lookedAt: 600,
  /** A character of a script without spaces tells as much as so many letters. */
  unspacedWeight: 3,
  /** Characters that each piece of a text is asked in: enough to tell, few enough to be quick. */
  leastPiece: 80,
  mostPiece: 200,
} as const;

/** Languages that letters hardly tell apart, or that the detector was taught under one name. */
const KIN: readonly (readonly string[])[] = [
  ['hr', 'sr'],
  ['id', 'ms'],
];

/**
 * The language of a text, as a primary subtag: what is declared, unless every part of the text clearly
 * says the same other language. Without a declaration, what most parts say; else 'en'.
 */
export function chooseLanguage(
  declared: string | undefined,
  text: string,
  detector: LanguageDetector | undefined,
): string {
  const stated = canonicalLanguage(declared);
  const kept = stated ?? 'en';
  if (!detector || (stated !== undefined && !detector.knows(stated))) return kept;
  const fewest = stated === undefined ? CHOICE.fewestLetters : CHOICE.fewestAgainst;
  if (!hasLetters(text, fewest)) return kept;
  const pieces = splitPieces(text);
  const votes: string[] = [];
  // Asked one after the other, and no more of them than it takes: most articles are what they declare.
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
  return isSure && !isKin(found, stated) ? found : kept;
}

function isMost(lang: string, votes: readonly string[], count: number): boolean {
  return votes.filter((vote) => vote === lang).length * 2 > count;
}

function isKin(a: string, b: string): boolean {
  return KIN.some((family) => family.includes(a) && family.includes(b));
}

/** The beginning, the middle and the end of a text; one too short for three is a single piece. */
function splitPieces(text: string): string[] {
  const third = Math.floor(text.length / 3);
  if (third < CHOICE.leastPiece) return [text];
  const size = Math.min(third, CHOICE.mostPiece);
  const middle = Math.floor((text.length - size) / 2);
  return [0, middle, text.length - size].map((at) => text.slice(at, at + size));
}

/** Whether the beginning of a text has at least so many letters, those of unspaced scripts weighted. */
function hasLetters(text: string, fewest: number): boolean {
  const letters = text.slice(0, CHOICE.lookedAt).replaceAll(/\P{L}+/gu, '');
  if (letters.length >= fewest || !UNSPACED_SCRIPTS.test(letters)) return letters.length >= fewest;
  return letters.length * CHOICE.unspacedWeight >= fewest;
}
