import { describe, expect, it } from 'vitest';
import { matchShingles, meanMatch } from '../../bench/support/score-shingles.ts';

describe('the measure of extracted text', () => {
  it.each([
    ['the same words', 'a b c d e', 'a b, c d. e', { precision: 1, recall: 1 }],
    ['half too much', 'a b c d', 'a b c d e', { precision: 0.5, recall: 1 }],
    ['half missing', 'a b c d e', 'b c d e', { precision: 1, recall: 0.5 }],
    ['repeated words count as often as they should', 'a a a a', 'a a a a a a', { precision: 1 / 3, recall: 1 }],
    ['texts shorter than a shingle', 'a b', 'a b', { precision: 1, recall: 1 }],
    ['nothing extracted', 'a b c d', '', { recall: 0 }],
    ['case counts', 'A b c d', 'a b c d', { precision: 0, recall: 0 }],
  ])('%s', (_, truth, extracted, expected) => {
    expect(matchShingles(truth, extracted)).toEqual(expected);
  }); // prettier-ignore

  it('is the F1 of both means; pages without a text count only for recall', () => {
    const { precision, recall, f1 } = meanMatch([{ precision: 1, recall: 1 }, { recall: 0 }]);
    expect([precision, recall, f1]).toEqual([1, 0.5, 2 / 3]);
  });
});
