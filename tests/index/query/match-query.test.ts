import { describe, expect, it } from 'vitest';
import { inverseDocumentFrequency } from '../../../src/index/corpus/corpus.ts';
import { scoreBm25 } from '../../../src/index/query/match-query.ts';

describe('BM25', () => {
  it('gives a term more weight if fewer articles have it', () => {
    expect(inverseDocumentFrequency(1, 3)).toBeCloseTo(Math.log(1 + 2.5 / 1.5));
    expect(inverseDocumentFrequency(0, 0)).toBeCloseTo(Math.log(2));
  });

  it('is the idf for one occurrence in an article of average length', () => {
    expect(scoreBm25(1, 3, 100, 100)).toBeCloseTo(3);
  });

  it('saturates with repeats and falls with the length of the article', () => {
    const [once, twice, often] = [1, 2, 255].map((count) => scoreBm25(count, 1, 100, 100));
    expect(twice! - once!).toBeLessThan(once!);
    expect(often!).toBeLessThan(2.2);
    expect(scoreBm25(1, 1, 400, 100)).toBeLessThan(once!);
    expect(scoreBm25(1, 1, 0, 0)).not.toBeNaN();
  });
});
