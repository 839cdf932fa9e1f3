import { expect, it } from 'vitest';
import { measureHardPairs } from '../../../bench/support/measure-hard-pairs.ts';

it.each([
  ['hard-pairs.json', 60, 0.95],
  // Written later than all rules, and none was made for them.
  ['further-pairs.json', 24, 0.75],
] as const)(
  'joins and leaves apart most pairs of %s, which are easily mistaken',
  (file, least, right) => {
    const { total, share, wronglyJoined, wronglyApart } = measureHardPairs(file);
    const names = (list: readonly string[]): string => list.join('; ') || 'none';
    const wrong = `wrongly joined: ${names(wronglyJoined)}\nwrongly apart: ${names(wronglyApart)}`;
    console.info(`${Math.round(share * total)} of ${total} hard pairs are right\n${wrong}`);
    expect(total).toBeGreaterThanOrEqual(least);
    expect(share, wrong).toBeGreaterThanOrEqual(right);
  },
);
