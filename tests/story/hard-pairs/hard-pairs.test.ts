import { expect, it } from 'vitest';
import { measureHardPairs } from '../../../bench/support/measure-hard-pairs.ts';

it('joins and leaves apart most pairs of reports that are easily mistaken', () => {
  const { total, share, wronglyJoined, wronglyApart } = measureHardPairs();
  const names = (list: readonly string[]): string => list.join('; ') || 'none';
  const wrong = `wrongly joined: ${names(wronglyJoined)}\nwrongly apart: ${names(wronglyApart)}`;
  console.info(`${Math.round(share * total)} of ${total} hard pairs are right\n${wrong}`);
  expect(total).toBeGreaterThanOrEqual(60);
  expect(share, wrong).toBeGreaterThanOrEqual(0.95);
});
