import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../../src/index/corpus/corpus.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';
import { weighReading } from '../../../src/summary/weigh-reading.ts';
import { measureSentences } from '../../../src/summary/model/sentence-features.ts';

const SENTENCES = [
  'The dam above the city of Derna broke before dawn on Monday.',
  'Ruins: A man walks through mud in the city of Derna.',
  '"We heard a roar and then the house was gone," said Omar Said.',
  'Who will answer for what became of so many people there?',
  'Water from the dam above the city carried 3 districts, 40 cars and 2,000 trees into the sea.',
];

const measure = (texts = SENTENCES, title = ''): ReturnType<typeof measureSentences> =>
  measureSentences(
    weighReading(buildReading({ title, text: texts.join(' '), lang: 'en' }), buildCorpus([])),
  );

const best = (values: Float64Array): number => values.indexOf(Math.max(...values));

describe('sentence features', () => {
  it('mark the first three sentences, and fall from sentence to sentence', () => {
    const { lead, early } = measure();
    expect([...lead]).toEqual([1, 1, 1, 0, 0]);
    expect(early[0]).toBe(1);
    expect([...early]).toEqual([...early].toSorted((a, b) => b - a));
  });

  it.each([
    ['quote', 2],
    ['question', 3],
    ['caption', 1],
    ['numbers', 4],
  ] as const)('%s marks sentence %i', (name, sentence) => {
    expect(best(measure()[name])).toBe(sentence);
  });

  it('are higher for terms and pairs that other sentences repeat', () => {
    const { degree, termsAgain, pairsAgain } = measure();
    for (const values of [degree, termsAgain, pairsAgain]) expect([0, 1]).toContain(best(values));
    expect(degree[3]).toBe(Math.min(...degree));
  });

  it('include the share of the title that a sentence has, with rare words weighing more', () => {
    expect([...measure().title]).toEqual([0, 0, 0, 0, 0]);
    const { title } = measure(SENTENCES, 'Dam above Derna breaks, thousands dead');
    expect(best(title)).toBe(0);
    expect(Math.max(...title)).toBeLessThan(1);
    expect(measure(SENTENCES, 'The dam').title[0]).toBeCloseTo(1);
  });

  it('are standard scores over the article', () => {
    const { centroid } = measure();
    const mean = centroid.reduce((sum, value) => sum + value, 0) / centroid.length;
    const squares = centroid.reduce((sum, value) => sum + value ** 2, 0) / centroid.length;
    expect(mean).toBeCloseTo(0);
    expect(squares).toBeCloseTo(1);
    expect([...measure([SENTENCES[0]!, SENTENCES[0]!]).centroid]).toEqual([0, 0]);
  });
});
