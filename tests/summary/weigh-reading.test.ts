import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';

const TEXT = 'The old dam broke on Monday. Aid convoys reached the city with drinking water.';
const reading = buildReading({ title: 'Dam breaks', text: TEXT, lang: 'en' });
const EMPTY = buildCorpus([]);
const queries = (...typed: string[]) => typed.map((query) => parseQuery(query, new Date(0)));

describe('weighReading', () => {
  it('gives each term of the sentences its idf, and each sentence the length of its vector', () => {
    const { idf, norms, terms, vocabulary } = weighReading(reading, EMPTY);
    expect(idf).toHaveLength(terms.counts.length);
    idf.forEach((weight, term) => expect(weight).toBe(EMPTY.idf(vocabulary[term]!.text)));
    const first = idf.slice(0, terms.starts[1]);
    expect(norms[0]).toBeCloseTo(Math.hypot(...first));
  });

  it('weighs the whole title, including terms that are in no sentence', () => {
    const { titleWeight } = weighReading(reading, EMPTY);
    expect(titleWeight).toBeCloseTo(EMPTY.idf('dam') + EMPTY.idf('break'));
  });

  it('depends on the corpus, and does not change the reading', () => {
    const before = structuredClone(reading.terms);
    const dams = buildCorpus(Array.from({ length: 50_000 }, () => ['dam']));
    const [a, b] = [weighReading(reading, EMPTY), weighReading(reading, dams)];
    const dam = reading.vocabulary.findIndex(({ text }) => text === 'dam');
    expect(b.idf[dam]).toBeLessThan(a.idf[dam]!);
    expect(reading.terms).toEqual(before);
    expect(reading).not.toHaveProperty('idf');
  });

  it('scores answers to the query that matches the article best', () => {
    const { answers } = weighReading(reading, EMPTY, queries('dam volcano', 'convoy water'));
    expect([...answers!.scores]).toEqual([0, 1]);
    expect(weighReading(reading, EMPTY, queries('volcano', '')).answers).toBeUndefined();
  });
});
