import { expect, it } from 'vitest';
import { JOINING } from '../../../src/story/join/join-settings.ts';
import { leastPairCosine } from '../../../src/story/join/time-apart.ts';

it('asks two single articles to be more alike the more days are between them', () => {
  const { leastPairCosine: near, leastFarPairCosine: far, nearDays, farDays } = JOINING;
  expect([0, nearDays, farDays, 200].map(leastPairCosine)).toEqual([near, near, far, far]);
  expect(leastPairCosine((nearDays + farDays) / 2)).toBeCloseTo((near + far) / 2);
  expect(leastPairCosine(301)).toBe(Infinity);
});
