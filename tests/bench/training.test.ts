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
import { TrainingArticle } from '../../bench/support/training-article.ts';
import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { SUMMARY_MODEL } from '../../src/summary/model/summary-model.ts';
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
