import { measureSentences } from '../../src/summary/model/sentence-features.ts';
import type { WordModel } from '../../src/summary/model/word-model.ts';
import { scanWords } from '../../src/summary/reading/scan-words.ts';
import { wordIdsOf } from '../../src/summary/reading/word-ids.ts';
import type { WeightedReading } from '../../src/summary/weigh-reading.ts';
import { createRandom } from './build-news.ts';
import type { TrainingArticle } from './training-article.ts';
import { createValues, PAIR_NAMES, WORD_NAMES, WordFeatures } from './word-features.ts';

/** Parameters of the training. Results change little around these values. */
const TRAINING = {
  seed: 1,
  passes: 3,
  step: 0.05,
  l2: 1e-6,
  /** How many words have weights of their own. */
  lexicon: 3000,
  /** What is kept of these weights: other publishers prefer other words than those of the training set. */
  lexiconShare: 0.5,
} as const;

/** An article, and what the editor's summary has of its words and pairs. */
interface Example {
  readonly reading: WeightedReading;
  readonly words: Uint8Array;
  readonly pairs: Uint8Array;
}

/** Marks which words and pairs of an article are anywhere in its summary. */
function markWords({ reading, reference }: TrainingArticle): Example {
  const said = new Set<string>();
  for (const line of reference.split('\n')) {
    const ids = wordIdsOf('en');
    const keys = ids.wordsOf(scanWords(line, ids).ids).map(({ key }) => key);
    keys.forEach((key, i) => {
      said.add(key);
      if (i > 0) said.add(`${keys[i - 1]} ${key}`);
    });
  }
  const keys = reading.lexicon.words().map(({ key }) => key);
  const { firsts, seconds } = reading.pairs;
  return {
    reading,
    words: Uint8Array.from(keys, (key) => Number(said.has(key))),
    pairs: Uint8Array.from(firsts, (first, pair) =>
      Number(said.has(`${keys[first]} ${keys[seconds[pair]!]}`)),
    ),
  };
}

/**
 * Fits both logistic regressions by AdaGrad (Duchi et al. 2011), article by article in an order of its own
 * for each pass. Weights are rounded as they are written: to three decimals, those of the lexicon to one.
 */
export function trainWordModel(articles: readonly TrainingArticle[]): WordModel {
  const examples = articles.map(markWords);
  const lexicon = chooseLexicon(examples);
  const words = new Regression(WORD_NAMES.length, lexicon.size);
  const pairs = new Regression(PAIR_NAMES.length, 2 * lexicon.size);
  const random = createRandom(TRAINING.seed);
  const values = createValues();
  for (let pass = 0; pass < TRAINING.passes; pass++) {
    for (const { reading, words: isWordSaid, pairs: isPairSaid } of shuffle(examples, random)) {
      const features = new WordFeatures(reading, measureSentences(reading));
      const known = reading.lexicon.words().map((word) => lexicon.get(word.key) ?? -1);
      for (let word = 0; word < isWordSaid.length; word++) {
        features.fillWord(word, values.word);
        words.learn(values.word, [known[word]!], isWordSaid[word]!);
      }
      const { firsts, seconds } = reading.pairs;
      for (let pair = 0; pair < isPairSaid.length; pair++) {
        features.fillPair(pair, values.pair);
        const first = known[firsts[pair]!]!;
        const second = known[seconds[pair]!]!;
        pairs.learn(
          values.pair,
          [first, second === -1 ? -1 : lexicon.size + second],
          isPairSaid[pair]!,
        );
      }
    }
  }
  return {
    words: named(WORD_NAMES, words.dense),
    pairs: named(PAIR_NAMES, pairs.dense),
    lexicon: new Map(
      [...lexicon].map(([key, at]) => [
        key,
        [
          rounded(TRAINING.lexiconShare * words.sparse[at]!, 1),
          rounded(TRAINING.lexiconShare * pairs.sparse[at]!, 1),
          rounded(TRAINING.lexiconShare * pairs.sparse[lexicon.size + at]!, 1),
        ],
      ]),
    ),
  };
}

function rounded(weight: number, decimals: number): number {
  return Number(weight.toFixed(decimals)) + 0;
}

function named<Name extends string>(
  names: readonly Name[],
  weights: Float64Array,
): Record<Name, number> {
  const entries = names.map((name, k) => [name, rounded(weights[k]!, 3)]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

/** The words that are in most articles, by number. */
function chooseLexicon(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { reading } of examples) {
    for (const { key } of reading.lexicon.words()) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const byCount = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return new Map(byCount.slice(0, TRAINING.lexicon).map(([key], at) => [key, at]));
}

/** A logistic regression with a few dense features and many of which an example has one or two. */
class Regression {
  readonly dense: Float64Array;
  readonly sparse: Float64Array;
  readonly #denseSquares: Float64Array;
  readonly #sparseSquares: Float64Array;

  constructor(dense: number, sparse: number) {
    this.dense = new Float64Array(dense);
    this.sparse = new Float64Array(sparse);
    this.#denseSquares = new Float64Array(dense).fill(1e-8);
    this.#sparseSquares = new Float64Array(sparse).fill(1e-8);
  }

  /** `active` are numbers of sparse features; -1 is none. */
  learn(values: Float64Array, active: readonly number[], label: number): void {
    let logit = 0;
    for (let k = 0; k < values.length; k++) logit += values[k]! * this.dense[k]!;
    for (const at of active) if (at >= 0) logit += this.sparse[at]!;
    const error = 1 / (1 + Math.exp(-logit)) - label;
    for (let k = 0; k < values.length; k++) {
      if (values[k] !== 0) step(this.dense, this.#denseSquares, k, error * values[k]!);
    }
    for (const at of active) if (at >= 0) step(this.sparse, this.#sparseSquares, at, error);
  }
}

function step(weights: Float64Array, squares: Float64Array, at: number, gradient: number): void {
  const slope = gradient + TRAINING.l2 * weights[at]!;
  squares[at]! += slope * slope;
  weights[at]! -= (TRAINING.step * slope) / Math.sqrt(squares[at]!);
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}
