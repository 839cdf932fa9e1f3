import type { Numbered } from '../reading/numbering.ts';
import { reserveFloats } from '../reading/reserve-floats.ts';
import type { WeightedReading } from '../weigh-reading.ts';
import type { FeatureColumns } from './sentence-features.ts';
import { tabulate } from './tabulate.ts';
import {
  hasQuotationMark,
  LEAD_SENTENCES,
  nameOfSentence,
  nameOfSpread,
  type Occurrences,
} from './word-occurrences.ts';
import type { PairFeatureName, WordFeatureName } from './word-table.ts';

/** The weights of features that words and pairs share. */
type SharedWeights = Readonly<Record<WordFeatureName & PairFeatureName, number>>;

const logarithms = tabulate(Math.log);
const decays2 = tabulate((i) => Math.exp(-i / 2));
const decays4 = tabulate((i) => Math.exp(-i / 4));
const decays8 = tabulate((i) => Math.exp(-i / 8));

/**
 * Adds up, by number, the features that words and pairs share. What depends only on the sentence that has a thing
 * first, or only on how many sentences have it, is added up once.
 */
export function sumSharedFeatures(
  reading: WeightedReading,
  columns: FeatureColumns,
  { spreads }: Numbered,
  said: Occurrences,
  isQuoted: readonly boolean[],
  w: SharedWeights,
): Float64Array {
  const n = reading.sentences.length;
  const early = decays8(n);
  const ln = logarithms(n + 1);
  const take = reserveFloats(2 * n + 1 + spreads.length);
  const bySentence = sumBySentence(reading, columns, isQuoted, w, take(n));
  // Read from the table once: it has so many weights that each look-up is one in a hash table.
  const { lnS, spreadShare, isRepeated, lnSEarly, position, leads, leadShare } = w;
  const { ofSpread } = rangesOf(w);
  const bySpread = take(n + 1);
  for (let s = 1; s <= n; s++) {
    bySpread[s] =
      lnS * ln[s]! + (spreadShare * s) / n + ofSpread[s < LAST_SPREAD ? s : LAST_SPREAD]!;
    if (s > 1) bySpread[s]! += isRepeated;
  }
  let longest = 0;
  for (const { wordCount } of reading.sentences) if (wordCount > longest) longest = wordCount;
  const positions = decays4(longest);
  const sums = take(spreads.length);
  for (let number = 0; number < sums.length; number++) {
    const i = said.sentences[number]!;
    const s = spreads[number]!;
    let sum = bySentence[i]! + bySpread[s]! + position * positions[said.positions[number]!]!;
    if (s > 1) sum += lnSEarly * ln[s]! * early[i]!;
    const inLeads = said.leads[number]!;
    if (inLeads > 0) sum += inLeads * (leads / LEAD_SENTENCES + leadShare / s);
    sums[number] = sum;
  }
  return sums;
}

/** By sentence, whether it has a quotation mark. */
export function findQuoted({ sentences }: WeightedReading): boolean[] {
  return sentences.map(({ text }) => hasQuotationMark(text));
}

function sumBySentence(
  { sentences }: WeightedReading,
  columns: FeatureColumns,
  isQuoted: readonly boolean[],
  w: SharedWeights,
  sums: Float64Array,
): Float64Array {
  const { degree, centroid, pairsAgain, termsAgain, quote, openSpeech } = columns;
  const { numbers, weightMean, question } = columns;
  const { early2: ofEarly2, early8: ofEarly8, isFirst } = w;
  const { sentenceLength, sentenceDegree, sentenceCentroid, sentencePairsAgain } = w;
  const { sentenceTermsAgain, sentenceNumbers, sentenceWeight, sentenceOpensQuoted } = w;
  const { sentenceAsks, sentenceOpenSpeech, sentenceDepends, sentenceIsCaption } = w;
  const { sentenceQuotes } = w;
  const { ofSentence } = rangesOf(w);
  const n = sentences.length;
  const [early2, early8] = [decays2(n), decays8(n)];
  const ofAll = w.bias + (w.lnN * Math.log(n)) / 3;
  for (let i = 0; i < n; i++) {
    const { wordCount, dependsOnPrevious, isCaption } = sentences[i]!;
    let sum =
      ofAll +
      ofEarly2 * early2[i]! +
      ofEarly8 * early8[i]! +
      ofSentence[i < LAST_SENTENCE ? i : LAST_SENTENCE]! +
      (sentenceLength * Math.log(1 + wordCount)) / 3 +
      (sentenceDegree * degree[i]! +
        sentenceCentroid * centroid[i]! +
        sentencePairsAgain * pairsAgain[i]! +
        sentenceTermsAgain * termsAgain[i]! +
        sentenceNumbers * numbers[i]! +
        sentenceWeight * weightMean[i]!) /
        2 +
      (sentenceOpensQuoted * quote[i]! + sentenceAsks * question[i]!) / 3 +
      sentenceOpenSpeech * openSpeech[i]!;
    if (i === 0) sum += isFirst;
    if (dependsOnPrevious) sum += sentenceDepends;
    if (isCaption) sum += sentenceIsCaption;
    if (isQuoted[i]) sum += sentenceQuotes;
    sums[i] = sum;
  }
  return sums;
}

/** From this sentence on, and from this number of sentences on, all have the same weight. */
const LAST_SENTENCE = 24;
const LAST_SPREAD = 9;

interface Ranges {
  /** By the number of a sentence, up to the last that has a weight of its own. */
  readonly ofSentence: readonly number[];
  /** By how many sentences have a thing. */
  readonly ofSpread: readonly number[];
}

const ranges = new WeakMap<SharedWeights, Ranges>();

/** The weights of ranges, looked up by name once for each table. */
function rangesOf(w: SharedWeights): Ranges {
  let found = ranges.get(w);
  if (found) return found;
  const ofSentence = Array.from({ length: LAST_SENTENCE + 1 }, (_, i) => w[nameOfSentence(i)]);
  const ofSpread = Array.from(
    { length: LAST_SPREAD + 1 },
    (_, s) => w[nameOfSpread(Math.max(1, s))],
  );
  ranges.set(w, (found = { ofSentence, ofSpread }));
  return found;
}
