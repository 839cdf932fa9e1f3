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
  /** Of the query's weight, each word and phrase counted once, 0 to 1. */
  readonly share: number;
}

/** Finds what a query looks for in a sentence: words in any inflection, phrases word for word. */
export function matchSentence(sentence: string, wanted: QueryWords): SentenceMatch {
  const { lang, terms, phrases, weight } = wanted;
  const tokens = splitTokens(sentence);
  const matched = new Set<number>();
  const found = new Set<string>();
  tokens.forEach(({ text }, i) => {
    const term = wordTerm(comparableWord(text, lang), lang);
    if (term === undefined || !terms.has(term)) return;
    matched.add(i);
    found.add(term);
  });
  let sum = 0;
  for (const term of found) sum += terms.get(term)!;
  const words = phrases.length > 0 ? tokens.map(({ text }) => plainWord(text, lang)) : [];
  for (const phrase of phrases) {
    const starts = findPhrase(words, phrase.words);
    if (starts.length > 0) sum += phrase.weight;
    for (const at of starts) phrase.words.forEach((_, i) => matched.add(at + i));
  }
  const marked = [...matched].toSorted((a, b) => a - b).map((i) => tokens[i]!);
  return { spans: joinNeighbours(marked, sentence), share: weight > 0 ? sum / weight : 0 };
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
