import { describe, expect, it } from 'vitest';
import { countOf } from '../../src/text/count-of.ts';

describe('a number with its noun', () => {
  it.each([
    [0, '0 publishers'],
    [1, '1 publisher'],
    [2, '2 publishers'],
  ])('for %i is "%s"', (count, words) => {
    expect(countOf(count, 'publisher')).toBe(words);
  });

  it('takes a plural of its own', () => {
    expect([countOf(1, 'entry', 'entries'), countOf(3, 'entry', 'entries')]).toEqual([
      '1 entry',
      '3 entries',
    ]);
  });
});
