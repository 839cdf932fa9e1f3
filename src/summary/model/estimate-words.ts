import { reserveFloats } from '../reading/reserve-floats.ts';
import type { WeightedReading } from '../weigh-reading.ts';
import { sumSharedFeatures } from './shared-features.ts';
import type { FeatureColumns } from './sentence-features.ts';
import { tabulate } from './tabulate.ts';
import { shippedWordModel, type LexiconWeights, type WordModel } from './word-model.ts';
import { findOccurrences, startsWithDigit, STOP_LIKE_IDF } from './word-occurrences.ts';

/** How probable it is, by number, that an editor's summary of the article has a word or a pair. */
export interface WordProbabilities {
  readonly words: Float64Array;
  readonly pairs: Float64Array;
}

const NO_WEIGHTS: LexiconWeights = [0, 0, 0];

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
  const { words, pairs, lexicon, sentences } = reading;
  const { spreads, counts } = words;
  const early8 = decays8(sentences.length);
  const early4 = decays4(sentences.length);
  const ln = logarithms(sentences.length + 1);
  const said = findOccurrences(words);
  const wordLogits = sumSharedFeatures(reading, columns, words, said, model.words);
  // Read from the tables once: they have so many weights that each look-up is one in a hash table.
  const { idf: ofIdf, lnSIdf, earlyIdf, lnCount, isStopLike, lnSStopLike, isNumber } = model.words;
  const { lnSFirst, lnSSecond, earlyFirst, earlySecond, isNumber: isPairNumber } = model.pairs;
  const count = lexicon.length;
  const take = reserveFloats(6 * count);
  const idf = take(count);
  const lnSpreads = take(count);
  const early = take(count);
  const numbers = take(count);
  /** What a word adds to a pair of which it is the first or the second. */
  const asFirst = take(count);
  const asSecond = take(count);
  for (let word = 0; word < count; word++) {
    const known = model.lexicon.get(lexicon[word]!.key) ?? NO_WEIGHTS;
    const v = lexicon[word]!.idf;
    const i = said.sentences[word]!;
    const lnS = ln[spreads[word]!]!;
    let logit =
      wordLogits[word]! + known[0] + (v / 7) * (ofIdf + lnSIdf * lnS + earlyIdf * early8[i]!);
    if (counts[word]! > 1) logit += lnCount * Math.log(counts[word]!);
    if (v < STOP_LIKE_IDF) logit += isStopLike + lnSStopLike * lnS;
    if (startsWithDigit(lexicon[word]!)) {
      logit += isNumber;
      numbers[word] = 1;
    }
    wordLogits[word] = logistic(logit);
    idf[word] = v;
    lnSpreads[word] = lnS;
    early[word] = early4[i]!;
    asFirst[word] = known[1] + lnSFirst * lnS + earlyFirst * early4[i]!;
    asSecond[word] = known[2] + lnSSecond * lnS + earlySecond * early4[i]!;
  }

  const pairSaid = findOccurrences(pairs);
  const pairLogits = sumSharedFeatures(reading, columns, pairs, pairSaid, model.pairs);
  const { low, high, lnSSumLow, lnSBoth, lnSSumEarly, earlyBoth } = model.pairs;
  const kinds = listKinds(model.pairs);
  for (let pair = 0; pair < pairLogits.length; pair++) {
    const p = pairs.firsts[pair]!;
    const q = pairs.seconds[pair]!;
    const idfP = idf[p]!;
    const idfQ = idf[q]!;
    const lowIdf = idfP < idfQ ? idfP : idfQ;
    const highIdf = idfP < idfQ ? idfQ : idfP;
    const lnP = lnSpreads[p]!;
    const lnQ = lnSpreads[q]!;
    const kind = (idfP < STOP_LIKE_IDF ? 6 : 0) + (idfQ < STOP_LIKE_IDF ? 3 : 0);
    const spread = pairs.spreads[pair]!;
    let logit =
      pairLogits[pair]! + asFirst[p]! + asSecond[q]! + kinds[kind + (spread > 3 ? 3 : spread) - 1]!;
    logit += (lowIdf / 7) * (low + lnSSumLow * (lnP + lnQ)) + (highIdf / 7) * high;
    logit += lnSBoth * lnP * lnQ + earlyBoth * early[p]! * early[q]!;
    logit += lnSSumEarly * (lnP + lnQ) * early8[pairSaid.sentences[pair]!]!;
    if (numbers[p] === 1 || numbers[q] === 1) logit += isPairNumber;
    pairLogits[pair] = logistic(logit);
  }
  return { words: wordLogits, pairs: pairLogits };
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
