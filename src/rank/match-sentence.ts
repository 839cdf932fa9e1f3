import type { Article } from '../article/article.ts';
import { primaryLanguage } from '../text/languages.ts';
import { splitSentences, type Sentence } from '../text/sentences.ts';
import { comparableWord, wordTerm } from '../text/terms.ts';
import { splitTokens, type Token } from '../text/tokens.ts';
import type { Corpus } from './corpus.ts';
import type { Query } from './query.ts';

/** A stretch of a sentence that a query asked for: offsets into the sentence's text. */
interface MatchSpan {
  readonly start: number;
  readonly end: number;
}

/** The sentence that shows best why an article was found. */
export interface SentenceMatch {
  readonly sentence: Sentence;
  /** In order, not overlapping. Empty where the words stand in the title only. */
  readonly spans: readonly MatchSpan[];
}

/**
 * The sentence with the most telling words of a query, each counted once, a whole phrase doubled;
 * of equals the first. Without any, the first sentence. Undefined for an article without text.
 */
export function matchSentence(
  article: Pick<Article, 'text' | 'lang'>,
  query: Query,
  corpus: Corpus,
): SentenceMatch | undefined {
  const lang = primaryLanguage(article.lang);
  const words = new Set(query.words.flatMap((word) => termsOf(word, lang)));
  const phrases = query.phrases.map((phrase) => wordsOf(splitTokens(phrase), lang));
  let best: (SentenceMatch & { score: number }) | undefined;
  for (const sentence of splitSentences(article.text, lang)) {
    const match = matchOne(sentence, words, phrases, lang, corpus);
    if (!best || match.score > best.score) best = match;
  }
  return best && { sentence: best.sentence, spans: best.spans };
}

function matchOne(
  sentence: Sentence,
  wanted: ReadonlySet<string>,
  phrases: readonly (readonly string[])[],
  lang: string,
  corpus: Corpus,
): SentenceMatch & { score: number } {
  const tokens = splitTokens(sentence.text);
  const words = wordsOf(tokens, lang);
  const matched = new Set<number>();
  const found = new Set<string>();
  words.forEach((word, i) => {
    const term = wordTerm(comparableWord(tokens[i]!.text, lang), lang);
    const key = term !== undefined && wanted.has(term) ? term : wanted.has(word) ? word : undefined;
    if (key === undefined) return;
    matched.add(i);
    found.add(key);
  });
  let score = [...found].reduce((sum, term) => sum + corpus.idf(term), 0);
  for (const phrase of phrases) {
    const at = indexOfWords(words, phrase);
    if (at === -1) continue;
    for (let i = at; i < at + phrase.length; i++) matched.add(i);
    score += 2 * phrase.reduce((sum, word) => sum + corpus.idf(wordTerm(word, lang) ?? word), 0);
  }
  const spans = [...matched].toSorted((a, b) => a - b).map((i) => tokens[i]!);
  return { sentence, spans: joinNeighbours(spans, sentence.text), score };
}

/** What a word of a query looks for: its terms, or, for stop words, itself in capitals: "who" → "WHO". */
function termsOf(word: string, lang: string): string[] {
  return splitTokens(word).map((token) => {
    const comparable = comparableWord(token.text, lang);
    return wordTerm(comparable, lang) ?? comparable.toUpperCase();
  });
}

function wordsOf(tokens: readonly Token[], lang: string): string[] {
  return tokens.map((token) => comparableWord(token.text, lang).toLowerCase());
}

function indexOfWords(words: readonly string[], part: readonly string[]): number {
  if (part.length === 0) return -1;
  return words.findIndex((_, at) => part.every((word, i) => words[at + i] === word));
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
