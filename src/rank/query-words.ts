import { comparableWord, wordTerm } from '../text/terms.ts';
import { splitTokens } from '../text/tokens.ts';
import type { Corpus } from './corpus.ts';
import type { Query } from './query.ts';

/** What a query looks for in texts of one language, and what finding each is worth: its idf. */
export interface QueryWords {
  readonly lang: string;
  /** By term; of a stop word, by itself in capitals: "who" → "WHO". */
  readonly terms: ReadonlyMap<string, number>;
  readonly phrases: readonly QueryPhrase[];
  /** The sum of all that can be found; 0 where the query asks for no word. */
  readonly weight: number;
}

/** Words to be found one after the other. */
interface QueryPhrase {
  /** As `plainWord` gives them. */
  readonly words: readonly string[];
  readonly weight: number;
}

/** A phrase counts for so many times the words that it is made of: a reader who quotes means it. */
const PHRASE_WEIGHT = 2;

/** Reads what a query looks for in texts of a language, given by its primary subtag. */
export function readQueryWords(query: Query, lang: string, corpus: Corpus): QueryWords {
  const terms = new Map<string, number>();
  for (const token of query.words.flatMap(splitTokens)) {
    const word = comparableWord(token.text, lang);
    const term = wordTerm(word, lang) ?? word.toUpperCase();
    terms.set(term, corpus.idf(term));
  }
  const phrases = query.phrases.map((phrase) => readPhrase(phrase, lang, corpus));
  const weights = [...terms.values(), ...phrases.map(({ weight }) => weight)];
  return { lang, terms, phrases, weight: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** A token's form for phrases, which are found word for word. */
export function plainWord(token: string, lang: string): string {
  return comparableWord(token, lang).toLowerCase();
}

function readPhrase(phrase: string, lang: string, corpus: Corpus): QueryPhrase {
  const tokens = splitTokens(phrase).map(({ text }) => text);
  const words = tokens.map((token) => comparableWord(token, lang));
  const terms = words.map((word) => wordTerm(word, lang)).filter((term) => term !== undefined);
  // Of nothing but stop words, each counts: they are what is asked for.
  const telling = terms.length > 0 ? terms : words;
  return {
    words: tokens.map((token) => plainWord(token, lang)),
    weight: PHRASE_WEIGHT * telling.reduce((sum, term) => sum + corpus.idf(term), 0),
  };
}
