import { splitSentences, type Sentence } from '../text/sentences.ts';
import { cosine, countTerms, type TermVector } from '../text/term-vector.ts';
import { splitTerms } from '../text/terms.ts';
import { splitTokens } from '../text/tokens.ts';
import { countArticleTerms } from './article-terms.ts';
import { weighTerms, type Corpus } from './corpus.ts';
import { isDependentOpening } from './dependent-opening.ts';
import { isCaption, isFurniture } from './furniture.ts';
import { SUMMARY_SHAPE, SUMMARY_WEIGHTS } from './summary-weights.ts';

/** A sentence of the report with what speaks for and against showing it. */
export interface ScoredSentence extends Sentence {
  readonly wordCount: number;
  /** TF-IDF, any length. */
  readonly vector: TermVector;
  /** Weighted contributions but for redundancy, which depends on the others chosen. */
  readonly features: Readonly<Record<string, number>>;
  /** Opens with a word whose sense stands in the sentence before. */
  readonly dependsOnPrevious: boolean;
}

/** The sentences of a report in order, what is no part of it left out, each with its features. */
export function scoreSentences(
  article: { readonly title: string; readonly text: string },
  lang: string,
  corpus: Corpus,
): ScoredSentence[] {
  const title = weighTerms(countTerms(splitTerms(article.title, lang)), corpus);
  const centroid = weighTerms(countArticleTerms(article.title, article.text, lang), corpus);
  const scored: ScoredSentence[] = [];
  for (const sentence of splitSentences(article.text, lang)) {
    const wordCount = splitTokens(sentence.text).length;
    if (isFurniture(sentence.text, wordCount)) continue;
    const vector = weighTerms(countTerms(splitTerms(sentence.text, lang)), corpus);
    const features = {
      centroid: SUMMARY_WEIGHTS.centroid * cosine(vector, centroid),
      position: SUMMARY_WEIGHTS.position * scorePosition(scored.length),
      title: SUMMARY_WEIGHTS.title * cosine(vector, title),
      length: SUMMARY_WEIGHTS.length * penalizeLength(wordCount),
      caption: isCaption(sentence.text) ? SUMMARY_WEIGHTS.caption : 0,
      quote: SUMMARY_WEIGHTS.quote * quotedShare(sentence.text),
    };
    const dependsOnPrevious = isDependentOpening(sentence.text, lang);
    scored.push({ ...sentence, wordCount, vector, features, dependsOnPrevious });
  }
  return scored;
}

/** 1 for the first sentence, then falling geometrically: news tells the most important first. */
export function scorePosition(index: number): number {
  return SUMMARY_SHAPE.positionDecay ** index;
}

/** 0 for a sentence of comfortable length, up to 1 for very short or very long ones. */
export function penalizeLength(wordCount: number): number {
  const { shortWords, longWords } = SUMMARY_SHAPE;
  if (wordCount < shortWords) return (shortWords - wordCount) / shortWords;
  return Math.min(1, Math.max(0, (wordCount - longWords) / longWords));
}

/** The share of a sentence's characters between double quotation marks, 0 to 1. */
export function quotedShare(sentence: string): number {
  let quoted = 0;
  for (const match of sentence.matchAll(/["“„«]([^"“”„«»]*)["”“»]/g)) quoted += match[0].length;
  return sentence.length === 0 ? 0 : quoted / sentence.length;
}
