import type { WeightedReading } from '../weigh-reading.ts';
import { KNOWN, knownWords } from './known-words.ts';
import type { FeatureColumns } from './sentence-features.ts';
import { findQuoted, sumSharedFeatures } from './shared-features.ts';
import { tabulate } from './tabulate.ts';
import { shippedWordModel, type WordModel } from './word-model.ts';
import { findOccurrences, STOP_LIKE_IDF } from './word-occurrences.ts';

/** How probable it is, by number, that an editor's summary of the article has a word or a pair. */
export interface WordProbabilities {
  readonly words: Float64Array;
  readonly pairs: Float64Array;
}

/** What pairs need of their words: fields of a word's row. */
const ROW = {
  idf: 0,
  lnSpread: 1,
  early: 2,
  asFirst: 3,
  asSecond: 4,
  isNumber: 5,
  size: 6,
} as const;

// Estimating is never interrupted, so all articles can share these rows.
let rows = new Float64Array(1024 * ROW.size);

const logarithms = tabulate(Math.log);
const decays4 = tabulate((i) => Math.exp(-i / 4));
const decays8 = tabulate((i) => Math.exp(-i / 8));

/**
 * Estimates which words and pairs of an article an editor's summary will have. The features are those of the
 * tables. What depends on one word of a pair only is added up once, so that a summary takes a fraction of a
 * millisecond.
 */
export function estimateWords(
  reading: WeightedReading,
  columns: FeatureColumns,
  model: WordModel = shippedWordModel(),
): WordProbabilities {
  const isQuoted = findQuoted(reading);
  const said = findOccurrences(reading.words);
  const words = sumSharedFeatures(reading, columns, reading.words, said, isQuoted, model.words);
  addWordFeatures(reading, said.sentences, model, words);
  const pairSaid = findOccurrences(reading.pairs);
  const pairs = sumSharedFeatures(reading, columns, reading.pairs, pairSaid, isQuoted, model.pairs);
  addPairFeatures(reading, pairSaid.sentences, model, pairs);
  return { words, pairs };
}

/** Adds the features of words alone to their logits, makes probabilities of these, and fills in the rows. */
function addWordFeatures(
  { words: { spreads, counts }, lexicon, sentences }: WeightedReading,
  saidIn: Int32Array,
  model: WordModel,
  logits: Float64Array,
): void {
  const early8 = decays8(sentences.length);
  const early4 = decays4(sentences.length);
  const ln = logarithms(sentences.length + 1);
  const { ids } = lexicon;
  const known = knownWords(model, lexicon.of);
  if (ids.length * ROW.size > rows.length) rows = new Float64Array(2 * ids.length * ROW.size);
  // Read from the tables once: they have so many weights that each look-up is one in a hash table.
  const { idf: ofIdf, lnSIdf, earlyIdf, lnCount, isStopLike, lnSStopLike, isNumber } = model.words;
  const { lnSFirst, lnSSecond, earlyFirst, earlySecond } = model.pairs;
  for (let word = 0; word < ids.length; word++) {
    const of = ids[word]! * KNOWN.size;
    const row = word * ROW.size;
    const v = known[of + KNOWN.idf]!;
    const i = saidIn[word]!;
    const lnS = ln[spreads[word]!]!;
    let logit =
      logits[word]! +
      known[of + KNOWN.own]! +
      (v / 7) * (ofIdf + lnSIdf * lnS + earlyIdf * early8[i]!);
    if (counts[word]! > 1) logit += lnCount * Math.log(counts[word]!);
    if (v < STOP_LIKE_IDF) logit += isStopLike + lnSStopLike * lnS;
    if (known[of + KNOWN.isNumber] === 1) logit += isNumber;
    logits[word] = logistic(logit);
    rows[row + ROW.idf] = v;
    rows[row + ROW.lnSpread] = lnS;
    rows[row + ROW.early] = early4[i]!;
    rows[row + ROW.asFirst] = known[of + KNOWN.asFirst]! + lnSFirst * lnS + earlyFirst * early4[i]!;
    rows[row + ROW.asSecond] =
      known[of + KNOWN.asSecond]! + lnSSecond * lnS + earlySecond * early4[i]!;
    rows[row + ROW.isNumber] = known[of + KNOWN.isNumber]!;
  }
}

/** The same for pairs, from the rows of their words. */
function addPairFeatures(
  { pairs: { firsts, seconds, spreads }, sentences }: WeightedReading,
  saidIn: Int32Array,
  { pairs: weights }: WordModel,
  logits: Float64Array,
): void {
  const early8 = decays8(sentences.length);
  const { low, high, lnSSumLow, lnSBoth, lnSSumEarly, earlyBoth, isNumber } = weights;
  const kinds = listKinds(weights);
  for (let pair = 0; pair < logits.length; pair++) {
    const p = firsts[pair]! * ROW.size;
    const q = seconds[pair]! * ROW.size;
    const idfP = rows[p + ROW.idf]!;
    const idfQ = rows[q + ROW.idf]!;
    const lowIdf = idfP < idfQ ? idfP : idfQ;
    const highIdf = idfP < idfQ ? idfQ : idfP;
    const lnP = rows[p + ROW.lnSpread]!;
    const lnQ = rows[q + ROW.lnSpread]!;
    const kind = (idfP < STOP_LIKE_IDF ? 6 : 0) + (idfQ < STOP_LIKE_IDF ? 3 : 0);
    const spread = spreads[pair]!;
    let logit =
      logits[pair]! +
      rows[p + ROW.asFirst]! +
      rows[q + ROW.asSecond]! +
      kinds[kind + (spread > 3 ? 3 : spread) - 1]!;
    logit += (lowIdf / 7) * (low + lnSSumLow * (lnP + lnQ)) + (highIdf / 7) * high;
    logit += lnSBoth * lnP * lnQ + earlyBoth * rows[p + ROW.early]! * rows[q + ROW.early]!;
    logit += lnSSumEarly * (lnP + lnQ) * early8[saidIn[pair]!]!;
    if (rows[p + ROW.isNumber] === 1 || rows[q + ROW.isNumber] === 1) logit += isNumber;
    logits[pair] = logistic(logit);
  }
}

/** The weights by which words of a pair are common, and by whether 1, 2 or more sentences have it. */
function listKinds(b: WordModel['pairs']): number[] {
  const one = b.isLowStopLike;
  const both = one + b.isHighStopLike + b.areStopLike;
  return [
    b.rareRare1,
    b.rareRare2,
    b.rareRare3,
    one + b.rareStop1,
    one + b.rareStop2,
    one + b.rareStop3,
    one + b.stopRare1,
    one + b.stopRare2,
    one + b.stopRare3,
    both + b.stopStop1,
    both + b.stopStop2,
    both + b.stopStop3,
  ];
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
