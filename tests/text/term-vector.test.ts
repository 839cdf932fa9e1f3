import { describe, expect, it } from 'vitest';
import { addTo, cosine, countTerms, norm, normalize, scale } from '../../src/text/term-vector.ts';

describe('term vectors', () => {
  const a = new Map([
    ['x', 3],
    ['y', 4],
  ]);

  it('measure their length and angle', () => {
    expect(norm(a)).toBe(5);
    expect(cosine(a, scale(a, 7))).toBeCloseTo(1);
    expect(cosine(a, new Map([['z', 1]]))).toBe(0);
    expect(cosine(a, new Map())).toBe(0);
  });

  it('are brought to length 1, the empty one but stays empty', () => {
    expect(norm(normalize(a))).toBeCloseTo(1);
    expect(cosine(normalize(a), a)).toBeCloseTo(1);
    expect(normalize(new Map())).toEqual(new Map());
  });

  it('add up in place', () => {
    const sum = new Map([['x', 1]]);
    addTo(sum, a, 2);
    expect(sum).toEqual(
      new Map([
        ['x', 7],
        ['y', 8],
      ]),
    );
  });

  it('count terms, whatever they are called', () => {
    expect(countTerms(['constructor', '__proto__', 'constructor'])).toEqual(
      new Map([
        ['constructor', 2],
        ['__proto__', 1],
      ]),
    );
  });
});
