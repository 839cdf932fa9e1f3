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
  w: SharedWeights,
): Float64Array {
  const n = reading.sentences.length;
  const early = decays8(n);
  const ln = logarithms(n + 1);
  const take = reserveFloats(2 * n + 1 + spreads.length);
  const bySentence = sumBySentence(reading, columns, w, take(n));
  const bySpread = take(n + 1);
  for (let s = 1; s <= n; s++) {
    bySpread[s] = w.lnS * ln[s]! + (w.spreadShare * s) / n + w[nameOfSpread(s)];
    if (s > 1) bySpread[s]! += w.isRepeated;
  }
  const positions = decays4(
    reading.sentences.reduce((max, { wordCount }) => Math.max(max, wordCount), 0),
  );
  const { lnSEarly, position, leads, leadShare } = w;
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

function sumBySentence(
  { sentences }: WeightedReading,
  columns: FeatureColumns,
  w: SharedWeights,
  sums: Float64Array,
): Float64Array {
  const { degree, centroid, pairsAgain, termsAgain, quote, openSpeech } = columns;
  const { numbers, weightMean, question } = columns;
  const n = sentences.length;
  const [early2, early8] = [decays2(n), decays8(n)];
  const ofAll = w.bias + (w.lnN * Math.log(n)) / 3;
  for (let i = 0; i < n; i++) {
    const { text, wordCount, dependsOnPrevious, isCaption } = sentences[i]!;
    let sum =
      ofAll +
      w.early2 * early2[i]! +
      w.early8 * early8[i]! +
      w[nameOfSentence(i)] +
      (w.sentenceLength * Math.log(1 + wordCount)) / 3 +
      (w.sentenceDegree * degree[i]! +
        w.sentenceCentroid * centroid[i]! +
        w.sentencePairsAgain * pairsAgain[i]! +
        w.sentenceTermsAgain * termsAgain[i]! +
        w.sentenceNumbers * numbers[i]! +
        w.sentenceWeight * weightMean[i]!) /
        2 +
      (w.sentenceOpensQuoted * quote[i]! + w.sentenceAsks * question[i]!) / 3 +
      w.sentenceOpenSpeech * openSpeech[i]!;
    if (i === 0) sum += w.isFirst;
    if (dependsOnPrevious) sum += w.sentenceDepends;
    if (isCaption) sum += w.sentenceIsCaption;
    if (hasQuotationMark(text)) sum += w.sentenceQuotes;
    sums[i] = sum;
  }
  return sums;
}
