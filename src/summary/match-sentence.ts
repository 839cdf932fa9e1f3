import { comparableWord, wordTerm } from '../text/terms.ts';
import { splitTokens, type Token } from '../text/tokens.ts';
import { plainWord, type QueryWords } from './query-words.ts';

/** A stretch of a sentence that a query asked for: offsets into the sentence's text. */
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

/** Finds what a query looks for in a sentence: words in any inflection, phrases word for word. */
export function matchSentence(sentence: string, wanted: QueryWords): SentenceMatch {
  const { lang, terms, phrases } = wanted;
  const tokens = splitTokens(sentence);
  const matched = new Set<number>();
  const found = new Set<number>();
  tokens.forEach(({ text }, i) => {
    const term = wordTerm(comparableWord(text, lang), lang);
    const number = term === undefined ? undefined : terms.get(term);
    if (number === undefined) return;
    matched.add(i);
    found.add(number);
  });
  const words = phrases.length > 0 ? tokens.map(({ text }) => plainWord(text, lang)) : [];
  for (const phrase of phrases) {
    for (const at of findPhrase(words, phrase.words)) {
      phrase.words.forEach((_, i) => matched.add(at + i));
      found.add(phrase.number);
    }
  }
  const marked = [...matched].toSorted((a, b) => a - b).map((i) => tokens[i]!);
  return { spans: joinNeighbours(marked, sentence), found: [...found] };
}

/** The share of a query that some of its words and phrases are, 0 to 1. */
export function sumShares(found: Iterable<number>, { shares }: Pick<QueryWords, 'shares'>): number {
  let sum = 0;
  for (const number of found) sum += shares[number]!;
  return sum;
}

/** Where the words stand one after the other, each place once. */
function findPhrase(words: readonly string[], phrase: readonly string[]): number[] {
  if (phrase.length === 0) return [];
  return [...words.keys()].filter((at) => phrase.every((word, i) => words[at + i] === word));
}

function joinNeighbours(tokens: readonly Token[], text: string): MatchSpan[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of tokens) {
    const last = spans.at(-1);
    if (last && text.slice(last.end, start) === ' ') last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}
