import { describe, expect, it } from 'vitest';
import { addTo, dot, normalize } from '../../src/text/term-vector.ts';

describe('term vectors', () => {
  const a = new Map([
    ['x', 3],
    ['y', 4],
  ]);

  it('multiply by their shared terms', () => {
    expect(dot(a, a)).toBe(25);
    expect(dot(a, new Map([['y', 2]]))).toBe(8);
    expect(dot(new Map([['y', 2]]), a)).toBe(8);
    expect(dot(a, new Map([['z', 1]]))).toBe(0);
    expect(dot(a, new Map())).toBe(0);
  });

  it('are scaled to length 1 and keep their direction; an empty one stays empty', () => {
    const unit = normalize(a);
    expect(dot(unit, unit)).toBeCloseTo(1);
    expect(dot(unit, a)).toBeCloseTo(5);
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
});
