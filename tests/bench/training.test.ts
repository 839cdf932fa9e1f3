import { describe, expect, it } from 'vitest';
import { estimateDifference } from '../../bench/support/bootstrap.ts';
import { readSummaryArticles } from '../../bench/support/read-summaries.ts';
import {
  addObservation,
  createEquations,
  dropFeature,
  solveRidge,
} from '../../bench/support/ridge.ts';
import { collectEquations, fitWeights } from '../../bench/support/train-model.ts';
import { trainWordModel } from '../../bench/support/train-word-model.ts';
import { TrainingArticle } from '../../bench/support/training-article.ts';
import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { estimateWords } from '../../src/summary/model/estimate-words.ts';
import { measureSentences } from '../../src/summary/model/sentence-features.ts';
import { SUMMARY_MODEL } from '../../src/summary/model/summary-model.ts';
import { shippedWordModel } from '../../src/summary/model/word-model.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import { readReferencedSamples } from '../support/read-referenced-samples.ts';

describe('training', () => {
  it('finds the weights from which the targets were computed', () => {
    const equations = createEquations(3);
    for (let i = 0; i < 50; i++) {
      const x = [Math.sin(i), Math.cos(3 * i), i % 7];
      addObservation(equations, x, 2 * x[0]! - 0.5 * x[1]!, 1);
    }
    const [a, b, c] = solveRidge(equations, 1e-9);
    expect([a, b, c].map((weight) => Math.round(weight! * 1e6) / 1e6 + 0)).toEqual([2, -0.5, 0]);
    expect(solveRidge(equations, 1)[0]).toBeLessThan(1.5);
    dropFeature(equations, 0);
    expect(solveRidge(equations, 1e-9)[0]).toBeCloseTo(0);
  });

  it('gives the same weights for the sample articles as before', async () => {
    const articles = (await readReferencedSamples()).map(({ article, reference }) => {
      const reading = buildReading({ title: '', text: article.text, lang: 'en' });
      return new TrainingArticle(weighReading(reading, buildCorpus([])), reference);
    });
    const weights = fitWeights(articles.map(collectEquations));
    // After a change to a feature, `npx vitest run tests/bench -u` writes the new ones.
    await expect(`${JSON.stringify(weights, undefined, 2)}\n`).toMatchFileSnapshot(
      'sample-weights.json',
    );
  });

  it('gives the weights that are in the project', (context) => {
    const articles = readSummaryArticles();
    context.skip(articles === undefined, 'the public evaluation data is not at hand');
    const weights = fitWeights(articles!.map(collectEquations));
    const held = Object.entries(SUMMARY_MODEL).map(([name, { weight }]) => [name, weight]);
    expect(weights).toEqual(Object.fromEntries(held));
  });
});

describe('training the word model', () => {
  const article = (text: string, reference: string): TrainingArticle =>
    new TrainingArticle(
      weighReading(buildReading({ title: '', text, lang: 'en' }), buildCorpus([])),
      reference,
    );
  const DAM = 'The dam above Derna broke on Monday. Ships reached the port. Aid came by road.';
  const examples = Array.from({ length: 200 }, () => article(DAM, 'A dam above Derna broke.'));

  it('learns which words and pairs the summaries have', () => {
    const model = trainWordModel(examples);
    const { reading } = examples[0]!;
    const { words, pairs } = estimateWords(reading, measureSentences(reading), model);
    const numberOf = (text: string): number =>
      reading.lexicon.words().findIndex((word) => word.text === text);
    expect(words[numberOf('dam')]).toBeGreaterThan(0.8);
    expect(words[numberOf('port')]).toBeLessThan(0.2);
    const pairOf = (first: string): number =>
      reading.pairs.firsts.findIndex((number) => number === numberOf(first));
    expect(pairs[pairOf('dam')]).toBeGreaterThan(pairs[pairOf('ship')]!);
  });

  it('gives the same model again, rounded as it is written', () => {
    const model = trainWordModel(examples);
    expect(trainWordModel(examples)).toEqual(model);
    for (const weight of Object.values(model.words)) {
      expect(weight).toBe(Number(weight.toFixed(3)));
    }
    for (const weight of [...model.lexicon.values()].flat()) {
      expect(weight).toBe(Number(weight.toFixed(1)));
    }
  });

  it('gave the project a lexicon that can be read', () => {
    const { lexicon } = shippedWordModel();
    expect(lexicon.size).toBeGreaterThan(2000);
    for (const [key, weights] of lexicon) {
      expect(key).toMatch(/^\S+$/);
      expect(weights.every((weight) => Math.abs(weight) < 10)).toBe(true);
    }
    // A stop word and a term of the same letters are two words.
    expect(lexicon.has('-the')).toBe(true);
    expect(lexicon.has('said')).toBe(false);
  });
});

describe('a paired bootstrap', () => {
  it('tells a consistent difference from noise', () => {
    const base = Array.from({ length: 100 }, (_, i) => (i * 37) % 11);
    const steady = estimateDifference(
      base.map((value, i) => value + 1 + (i % 2)),
      base,
    );
    expect(steady.mean).toBeCloseTo(1.5);
    expect(steady.low).toBeGreaterThan(1.3);
    expect(steady.high).toBeLessThan(1.7);
    const noise = estimateDifference(
      base.map((value, i) => value + (i % 2 === 0 ? 5 : -5)),
      base,
    );
    expect(noise.low).toBeLessThan(0);
    expect(noise.high).toBeGreaterThan(0);
  });
});
