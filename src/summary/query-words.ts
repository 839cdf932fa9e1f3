import { comparableWord, wordTerm } from '../text/terms.ts';
import { splitTokens } from '../text/tokens.ts';
import type { Corpus } from '../index/corpus/corpus.ts';
import type { Query } from '../index/query/query.ts';

/** What a query looks for in texts of one language: its words and phrases, numbered from 0. */
export interface QueryWords {
  readonly lang: string;
  /** By term, its number; a stop word is looked for as itself in capitals: "who" → "WHO". */
  readonly terms: ReadonlyMap<string, number>;
  readonly phrases: readonly QueryPhrase[];
  /** By number, what finding it is worth: its share of the idf of all. Empty if the query has no words. */
  readonly shares: readonly number[];
}

/** Words to be found one after the other. */
interface QueryPhrase {
  readonly number: number;
  /** As `plainWord` gives them. */
  readonly words: readonly string[];
}

/** A phrase counts for so many times the words that it is made of: a reader who quotes means it. */
const PHRASE_WEIGHT = 2;

/** Reads what a query looks for in texts of a language, given by its primary subtag. */
export function readQueryWords(query: Query, lang: string, corpus: Corpus): QueryWords {
  const terms = new Map<string, number>();
  const weights: number[] = [];
  for (const token of query.words.flatMap(splitTokens)) {
    const word = comparableWord(token.text, lang);
    const term = wordTerm(word, lang) ?? word.toUpperCase();
    if (!terms.has(term)) terms.set(term, weights.push(corpus.idf(term)) - 1);
  }
  const phrases = query.phrases.map((phrase) => {
    const tokens = splitTokens(phrase).map(({ text }) => text);
    const number = weights.push(weighPhrase(tokens, lang, corpus)) - 1;
    return { number, words: tokens.map((token) => plainWord(token, lang)) };
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { lang, terms, phrases, shares: weights.map((weight) => weight / sum) };
}

/** A token's form for phrases, which are found word for word. */
export function plainWord(token: string, lang: string): string {
  return comparableWord(token, lang).toLowerCase();
}

function weighPhrase(tokens: readonly string[], lang: string, corpus: Corpus): number {
  const words = tokens.map((token) => comparableWord(token, lang));
  const terms = words.map((word) => wordTerm(word, lang)).filter((term) => term !== undefined);
  // Of nothing but stop words, each counts: they are what is asked for.
  const telling = terms.length > 0 ? terms : words;
  return PHRASE_WEIGHT * telling.reduce((sum, term) => sum + corpus.idf(term), 0);
}
