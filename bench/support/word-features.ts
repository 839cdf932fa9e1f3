import type { FeatureColumns } from '../../src/summary/model/sentence-features.ts';
import {
  findOccurrences,
  hasQuotationMark,
  LEAD_SENTENCES,
  nameOfSentence,
  nameOfSpread,
  startsWithDigit,
  STOP_LIKE_IDF,
  type Occurrences,
} from '../../src/summary/model/word-occurrences.ts';
import { PAIR_FEATURES, WORD_FEATURES } from '../../src/summary/model/word-table.ts';
import type { Word } from '../../src/summary/reading/word-ids.ts';
import type { WeightedReading } from '../../src/summary/weigh-reading.ts';

/** The names of the features, in the order of their values. */
export const WORD_NAMES = Object.keys(WORD_FEATURES) as (keyof typeof WORD_FEATURES)[];
export const PAIR_NAMES = Object.keys(PAIR_FEATURES) as (keyof typeof PAIR_FEATURES)[];

/**
 * What the model sees of the words of an article and of its pairs of neighbouring words. The values are
 * in the order of `WORD_NAMES` and `PAIR_NAMES`; the tables say what each means. `estimateWords` adds
 * up the same features in a faster way.
 */
export class WordFeatures {
  /** By word number. */
  readonly idf: Float64Array;
  readonly #reading: WeightedReading;
  readonly #columns: FeatureColumns;
  readonly #words: Occurrences;
  readonly #pairs: Occurrences;
  readonly #lexicon: readonly Word[];

  constructor(reading: WeightedReading, columns: FeatureColumns) {
    this.#reading = reading;
    this.#columns = columns;
    this.#words = findOccurrences(reading.words);
    this.#pairs = findOccurrences(reading.pairs);
    this.#lexicon = reading.lexicon.words();
    this.idf = Float64Array.from(this.#lexicon, ({ idf }) => idf);
  }

  /** Fills in the values of a word; returns how many there are. */
  fillWord(word: number, values: Float64Array): number {
    const { words, sentences } = this.#reading;
    const i = this.#words.sentences[word]!;
    const spread = words.spreads[word]!;
    const idf = this.idf[word]!;
    const isStopLike = Number(idf < STOP_LIKE_IDF);
    const early = Math.exp(-i / 8);
    const lnSpread = Math.log(spread);
    let at = 0;
    values[at++] = 1;
    values[at++] = lnSpread;
    values[at++] = Math.exp(-i / 2);
    values[at++] = early;
    values[at++] = Number(i === 0);
    values[at++] = spread / sentences.length;
    values[at++] = idf / 7;
    values[at++] = isStopLike;
    values[at++] = (lnSpread * idf) / 7;
    values[at++] = (early * idf) / 7;
    values[at++] = lnSpread * early;
    values[at++] = Number(startsWithDigit(this.#lexicon[word]!));
    values[at++] = Math.log(sentences.length) / 3;
    values[at++] = Number(spread > 1);
    values[at++] = lnSpread * isStopLike;
    values[at++] = Math.log(words.counts[word]!);
    at = this.#fillContext(this.#words, word, spread, values, at);
    return fillBuckets(i, spread, values, at);
  }

  /** Fills in the values of a pair; returns how many there are. */
  fillPair(pair: number, values: Float64Array): number {
    const { words, pairs, sentences } = this.#reading;
    const i = this.#pairs.sentences[pair]!;
    const spread = pairs.spreads[pair]!;
    const [first, second] = [pairs.firsts[pair]!, pairs.seconds[pair]!];
    const [firstIdf, secondIdf] = [this.idf[first]!, this.idf[second]!];
    const low = Math.min(firstIdf, secondIdf);
    const high = Math.max(firstIdf, secondIdf);
    const early = Math.exp(-i / 8);
    const lnSpread = Math.log(spread);
    const lnFirst = Math.log(words.spreads[first]!);
    const lnSecond = Math.log(words.spreads[second]!);
    const earlyFirst = Math.exp(-this.#words.sentences[first]! / 4);
    const earlySecond = Math.exp(-this.#words.sentences[second]! / 4);
    let at = 0;
    values[at++] = 1;
    values[at++] = lnSpread;
    values[at++] = Math.exp(-i / 2);
    values[at++] = early;
    values[at++] = Number(i === 0);
    values[at++] = spread / sentences.length;
    values[at++] = low / 7;
    values[at++] = high / 7;
    values[at++] = Number(low < STOP_LIKE_IDF);
    values[at++] = Number(high < STOP_LIKE_IDF);
    values[at++] = lnFirst;
    values[at++] = lnSecond;
    values[at++] = lnSpread * early;
    values[at++] = lnFirst * lnSecond;
    values[at++] = (lnFirst + lnSecond) * early;
    values[at++] = Math.log(sentences.length) / 3;
    values[at++] = Number(spread > 1);
    values[at++] = earlyFirst;
    values[at++] = earlySecond;
    values[at++] = earlyFirst * earlySecond;
    values[at++] = ((lnFirst + lnSecond) * low) / 7;
    values[at++] = Number(
      startsWithDigit(this.#lexicon[first]!) || startsWithDigit(this.#lexicon[second]!),
    );
    at = this.#fillContext(this.#pairs, pair, spread, values, at);
    at = fillBuckets(i, spread, values, at);
    const isFirstStopLike = firstIdf < STOP_LIKE_IDF;
    const isSecondStopLike = secondIdf < STOP_LIKE_IDF;
    values[at++] = Number(isFirstStopLike && isSecondStopLike);
    const kind = 2 * Number(isFirstStopLike) + Number(isSecondStopLike);
    return fillOne(3 * kind + Math.min(spread, 3) - 1, 12, values, at);
  }

  /** What the sentence tells in which a thing is first said. */
  #fillContext(
    { sentences, positions, leads }: Occurrences,
    number: number,
    spread: number,
    values: Float64Array,
    from: number,
  ): number {
    const i = sentences[number]!;
    const { degree, centroid, pairsAgain, termsAgain, quote, openSpeech } = this.#columns;
    const { numbers, weightMean, question } = this.#columns;
    const { text, wordCount, dependsOnPrevious, isCaption } = this.#reading.sentences[i]!;
    let at = from;
    values[at++] = Math.log(1 + wordCount) / 3;
    values[at++] = degree[i]! / 2;
    values[at++] = centroid[i]! / 2;
    values[at++] = pairsAgain[i]! / 2;
    values[at++] = Number(hasQuotationMark(text));
    values[at++] = openSpeech[i]!;
    values[at++] = leads[number]! / LEAD_SENTENCES;
    values[at++] = Math.exp(-positions[number]! / 4);
    values[at++] = quote[i]! / 3;
    values[at++] = leads[number]! / spread;
    values[at++] = termsAgain[i]! / 2;
    values[at++] = numbers[i]! / 2;
    values[at++] = weightMean[i]! / 2;
    values[at++] = question[i]! / 3;
    values[at++] = Number(dependsOnPrevious);
    values[at++] = Number(isCaption);
    return at;
  }
}

/** Arrays for the values of one word and of one pair. */
export function createValues(): { word: Float64Array; pair: Float64Array } {
  return {
    word: new Float64Array(WORD_NAMES.length),
    pair: new Float64Array(PAIR_NAMES.length),
  };
}

/** Which range of sentences and of spreads it is: those are the names from `in0` and from `spread1` on. */
function fillBuckets(i: number, spread: number, values: Float64Array, at: number): number {
  const names = WORD_NAMES.slice(WORD_NAMES.indexOf('in0'));
  names.forEach((name, k) => {
    values[at + k] = Number(name === nameOfSentence(i) || name === nameOfSpread(spread));
  });
  return at + names.length;
}

/** One of `size` values is 1, the others 0. */
function fillOne(which: number, size: number, values: Float64Array, from: number): number {
  values.fill(0, from, from + size);
  values[from + which] = 1;
  return from + size;
}
