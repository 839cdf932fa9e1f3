import { comparisonKey } from '../../article/clean-text.ts';

const JUDGING = {
  /** With fewer words of its own, an entry doesn't say what its page is about. */
  minWords: 4,
  /** Words are compared by their beginnings, because endings change with grammar. */
  wordLetters: 5,
  minLetters: 4,
  /** So much of a page's text is compared. */
  maxChars: 20_000,
} as const;

/** A headline and a text: of an entry in its feed, or of a page. */
export interface HeadAndText {
  readonly title: string;
  readonly text: string;
}

/**
 * Whether a page isn't that of an entry: its headline is another, and its text has none of the words
 * of the entry's headline and teaser. Servers send such pages for articles that they don't show.
 */
export function isOtherPage(entry: HeadAndText, page: HeadAndText): boolean {
  const words = wordsOf(`${entry.title} ${entry.text}`);
  if (words.size < JUDGING.minWords) return false;
  if (entry.text === '' && isSameTitle(entry.title, page.title)) return false;
  return !isAbout(page.text, `${entry.title} ${entry.text}`);
}

function isAbout(text: string, words: string): boolean {
  const shown = wordsOf(text.slice(0, JUDGING.maxChars));
  return [...wordsOf(words)].some((word) => shown.has(word));
}

/**
 * Finds the entries of one source whose pages have the same text under several headlines, without
 * being about any of them: a notice in place of all.
 */
export function findNotices<T extends HeadAndText>(entries: readonly T[]): T[] {
  const byText = new Map<string, T[]>();
  for (const entry of entries) {
    const same = byText.get(entry.text);
    if (same) same.push(entry);
    else byText.set(entry.text, [entry]);
  }
  return [...byText.values()]
    .filter((same) => new Set(same.map(({ title }) => comparisonKey(title))).size > 1)
    .flatMap((same) => same.filter(({ title, text }) => !isAbout(text, title)));
}

function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [comparisonKey(one), comparisonKey(other)];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

/** The long words of a text, and pairs of letters where words have no spaces between them. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (UNSPACED.test(word))
      for (let at = 0; at + 2 <= word.length; at += 1) words.add(word.slice(at, at + 2));
    else if (word.length >= JUDGING.minLetters) words.add(word.slice(0, JUDGING.wordLetters));
  }
  return words;
}

const UNSPACED =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Hangul}/u;
