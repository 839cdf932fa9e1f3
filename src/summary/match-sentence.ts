import { elisionLength } from '../text/tokens.ts';
import { plainWord, type QueryWords } from './query-words.ts';
import { NO_TERM } from './reading/number-words.ts';
import type { Line, Reading } from './reading/reading.ts';

/** A stretch of a sentence that a query asks for: offsets into the sentence's text. */
export interface MatchSpan {
  readonly start: number;
  readonly end: number;
}

/** What a sentence has of a query. */
export interface SentenceMatch {
  /** In order, not overlapping. */
  readonly spans: readonly MatchSpan[];
  /** Numbers of the query's words and phrases, each once. */
  readonly found: readonly number[];
}

/**
 * Creates a function that finds what a query asks for in a line of a reading: words in any
 * inflection, phrases word for word.
 */
export function createMatcher(
  { printed: { text: words }, vocabulary }: Reading,
  { terms, phrases, lang }: QueryWords,
): (line: Line) => SentenceMatch {
  const wanted = vocabulary.map(({ text }) => terms.get(text));
  return (line) => {
    const matched = new Set<number>();
    const found = new Set<number>();
    for (let at = line.firstWord; at < line.endWord; at++) {
      const term = words.terms[at]!;
      const number = term === NO_TERM ? undefined : wanted[term];
      if (number === undefined) continue;
      matched.add(at);
      found.add(number);
    }
    if (phrases.length > 0) {
      const plain: string[] = [];
      for (let at = line.firstWord; at < line.endWord; at++) {
        plain.push(plainWord(words.print(at, at), lang));
      }
      for (const phrase of phrases) {
        for (const at of findPhrase(plain, phrase.words)) {
          phrase.words.forEach((_, i) => matched.add(line.firstWord + at + i));
          found.add(phrase.number);
        }
      }
    }
    const marked = [...matched]
      .toSorted((a, b) => a - b)
      .map((at) => {
        // Only within a phrase is the article a part of what was asked for.
        const cut = matched.has(at - 1) ? 0 : elisionLength(words.print(at, at));
        const start = words.starts[at]! + cut;
        return { start: start - line.start, end: words.ends[at]! - line.start };
      });
    return { spans: joinNeighbours(marked, line.text), found: [...found] };
  };
}

/** The share of a query that some of its words and phrases make up, 0 to 1. */
export function sumShares(found: Iterable<number>, { shares }: Pick<QueryWords, 'shares'>): number {
  let sum = 0;
  for (const number of found) sum += shares[number]!;
  return sum;
}

/** The positions at which a phrase begins. */
function findPhrase(words: readonly string[], phrase: readonly string[]): number[] {
  if (phrase.length === 0) return [];
  return [...words.keys()].filter((at) => phrase.every((word, i) => words[at + i] === word));
}

function joinNeighbours(words: readonly MatchSpan[], text: string): MatchSpan[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of words) {
    const last = spans.at(-1);
    if (last && text.slice(last.end, start) === ' ') last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}
