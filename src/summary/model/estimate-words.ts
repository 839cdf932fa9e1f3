import type { Numbered } from '../reading/numbering.ts';
import type { WeightedReading } from '../weigh-reading.ts';
import type { FeatureColumns } from './sentence-features.ts';
import { lexiconKey, shippedWordModel, type LexiconWeights, type WordModel } from './word-model.ts';
import {
  findOccurrences,
  hasQuotationMark,
  LEAD_SENTENCES,
  nameOfSentence,
  nameOfSpread,
  startsWithDigit,
  STOP_LIKE_IDF,
  wordIdf,
  type Occurrences,
} from './word-occurrences.ts';
import type { PairFeatureName, WordFeatureName } from './word-table.ts';

/** How probable it is, by number, that an editor's summary of the article has a word or a pair. */
export interface WordProbabilities {
  readonly words: Float64Array;
  readonly pairs: Float64Array;
}

/** The weights of features that words and pairs share. */
type SharedWeights = Readonly<Record<WordFeatureName & PairFeatureName, number>>;

const NO_WEIGHTS: LexiconWeights = [0, 0, 0];

/**
 * Estimates which words and pairs of an article an editor's summary will have. The features are those of the
 * tables. What depends only on the sentence that has a thing first, or only on how many sentences have it, is
 * added up once, so that a summary takes a fraction of a millisecond.
 */
export function estimateWords(
  reading: WeightedReading,
  columns: FeatureColumns,
  model: WordModel = shippedWordModel(),
): WordProbabilities {
  const { words, pairs, lexicon, sentences } = reading;
  const known = lexicon.map((word) => model.lexicon.get(lexiconKey(word)) ?? NO_WEIGHTS);
  const idf = tabulate(lexicon.length, (word) => wordIdf(lexicon[word]!));
  const isNumber = lexicon.map(startsWithDigit);
  const early = tabulate(sentences.length, (i) => Math.exp(-i / 8));
  const early4 = tabulate(sentences.length, (i) => Math.exp(-i / 4));
  const ln = tabulate(sentences.length + 1, Math.log);
  const said = findOccurrences(words);
  const u = model.words;
  const sumWord = createSharedSum(reading, columns, words, said, u);
  const wordProbabilities = tabulate(lexicon.length, (word) => {
    const v = idf[word]!;
    const lnS = ln[words.spreads[word]!]!;
    let logit = sumWord(word) + known[word]![0] + u.lnCount * Math.log(words.counts[word]!);
    logit += (v / 7) * (u.idf + u.lnSIdf * lnS + u.earlyIdf * early[said.sentences[word]!]!);
    if (v < STOP_LIKE_IDF) logit += u.isStopLike + u.lnSStopLike * lnS;
    return logistic(logit + (isNumber[word] ? u.isNumber : 0));
  });

  const b = model.pairs;
  const pairSaid = findOccurrences(pairs);
  const sumPair = createSharedSum(reading, columns, pairs, pairSaid, b);
  const kinds = listKinds(b);
  const pairProbabilities = tabulate(pairs.firsts.length, (pair) => {
    const [p, q] = [pairs.firsts[pair]!, pairs.seconds[pair]!];
    const low = Math.min(idf[p]!, idf[q]!);
    const high = Math.max(idf[p]!, idf[q]!);
    const lnP = ln[words.spreads[p]!]!;
    const lnQ = ln[words.spreads[q]!]!;
    const earlyP = early4[said.sentences[p]!]!;
    const earlyQ = early4[said.sentences[q]!]!;
    let logit = sumPair(pair) + known[p]![1] + known[q]![2];
    logit += (low / 7) * (b.low + b.lnSSumLow * (lnP + lnQ)) + (high / 7) * b.high;
    logit += b.lnSFirst * lnP + b.lnSSecond * lnQ + b.lnSBoth * lnP * lnQ;
    logit += b.lnSSumEarly * (lnP + lnQ) * early[pairSaid.sentences[pair]!]!;
    logit += b.earlyFirst * earlyP + b.earlySecond * earlyQ + b.earlyBoth * earlyP * earlyQ;
    if (low < STOP_LIKE_IDF) logit += b.isLowStopLike;
    if (high < STOP_LIKE_IDF) logit += b.isHighStopLike + b.areStopLike;
    if (isNumber[p] || isNumber[q]) logit += b.isNumber;
    const kind = 2 * Number(idf[p]! < STOP_LIKE_IDF) + Number(idf[q]! < STOP_LIKE_IDF);
    return logistic(logit + kinds[3 * kind + Math.min(pairs.spreads[pair]!, 3) - 1]!);
  });
  return { words: wordProbabilities, pairs: pairProbabilities };
}

/** Returns a function that adds up, by number, the features that words and pairs share. */
function createSharedSum(
  { sentences }: WeightedReading,
  columns: FeatureColumns,
  { spreads }: Numbered,
  said: Occurrences,
  w: SharedWeights,
): (number: number) => number {
  const { degree, centroid, pairsAgain, termsAgain, quote, openSpeech } = columns;
  const { numbers, weightMean, question } = columns;
  const n = sentences.length;
  const early = tabulate(n, (i) => Math.exp(-i / 8));
  const bySentence = tabulate(
    n,
    (i) =>
      w.bias +
      w.early2 * Math.exp(-i / 2) +
      w.early8 * early[i]! +
      (i === 0 ? w.isFirst : 0) +
      (w.lnN * Math.log(n)) / 3 +
      w[nameOfSentence(i)] +
      (w.sentenceLength * Math.log(1 + sentences[i]!.wordCount)) / 3 +
      (w.sentenceDegree * degree[i]!) / 2 +
      (w.sentenceCentroid * centroid[i]!) / 2 +
      (w.sentencePairsAgain * pairsAgain[i]!) / 2 +
      (w.sentenceTermsAgain * termsAgain[i]!) / 2 +
      (w.sentenceOpensQuoted * quote[i]!) / 3 +
      w.sentenceOpenSpeech * openSpeech[i]! +
      (w.sentenceNumbers * numbers[i]!) / 2 +
      (w.sentenceWeight * weightMean[i]!) / 2 +
      (w.sentenceAsks * question[i]!) / 3 +
      (sentences[i]!.dependsOnPrevious ? w.sentenceDepends : 0) +
      (sentences[i]!.isCaption ? w.sentenceIsCaption : 0) +
      (hasQuotationMark(sentences[i]!.text) ? w.sentenceQuotes : 0),
  );
  const bySpread = tabulate(n + 1, (s) =>
    s === 0
      ? 0
      : w.lnS * Math.log(s) +
        (w.spreadShare * s) / n +
        (s > 1 ? w.isRepeated : 0) +
        w[nameOfSpread(s)],
  );
  const lnEarly = tabulate(n + 1, (s) => w.lnSEarly * Math.log(Math.max(1, s)));
  const longest = Math.max(0, ...sentences.map(({ wordCount }) => wordCount));
  const byPosition = tabulate(longest, (at) => w.position * Math.exp(-at / 4));
  return (number) => {
    const i = said.sentences[number]!;
    const s = spreads[number]!;
    const ofLeads = w.leads / LEAD_SENTENCES + w.leadShare / s;
    return (
      bySentence[i]! +
      bySpread[s]! +
      lnEarly[s]! * early[i]! +
      byPosition[said.positions[number]!]! +
      said.leads[number]! * ofLeads
    );
  };
}

/** The weights by which words of a pair are common, and by whether 1, 2 or more sentences have it. */
function listKinds(b: WordModel['pairs']): number[] {
  return [
    b.rareRare1,
    b.rareRare2,
    b.rareRare3,
    b.rareStop1,
    b.rareStop2,
    b.rareStop3,
    b.stopRare1,
    b.stopRare2,
    b.stopRare3,
    b.stopStop1,
    b.stopStop2,
    b.stopStop3,
  ];
}

function tabulate(count: number, valueOf: (at: number) => number): Float64Array {
  const values = new Float64Array(count);
  for (let at = 0; at < count; at++) values[at] = valueOf(at);
  return values;
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
