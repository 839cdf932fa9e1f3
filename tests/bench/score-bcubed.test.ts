import { describe, expect, it } from 'vitest';
import { scoreBcubed } from '../../bench/support/score-bcubed.ts';

describe('BCubed', () => {
  it('matches the published example', () => {
    const expected = new Map([
      ['1', 'A'],
      ['2', 'A'],
      ['3', 'A'],
      ['4', 'B'],
    ]);
    const actual = new Map([
      ['1', 'x'],
      ['2', 'x'],
      ['3', 'y'],
      ['4', 'y'],
    ]);
    const { precision, recall } = scoreBcubed(expected, actual);
    expect(precision).toBeCloseTo((1 + 1 + 0.5 + 0.5) / 4);
    expect(recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4);
  });
});
