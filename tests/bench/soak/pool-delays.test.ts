import { expect, it } from 'vitest';
import { poolDelays } from '../../../bench/soak/pool-delays.ts';

const CALM = { p50: 1, p90: 2, p99: 4, max: 8 };
const BUSY = { p50: 100, p90: 200, p99: 400, max: 800 };

it('finds the points of one distribution again', () => {
  expect(poolDelays([CALM], 0.5)).toBeCloseTo(1, 1);
  expect(poolDelays([CALM], 0.9)).toBeCloseTo(2, 0);
  expect(poolDelays([CALM], 0.99)).toBeGreaterThan(3.5);
});

it('counts a busy part by its share of the run', () => {
  const calm = Array.from({ length: 9 }, () => CALM);
  expect(poolDelays([...calm, BUSY], 0.5)).toBeLessThan(2);
  expect(poolDelays([...calm, BUSY], 0.94)).toBeGreaterThan(50);
  // In a hundred parts, half of one is half a percent.
  expect(poolDelays([...Array.from({ length: 199 }, () => CALM), BUSY], 0.98)).toBeLessThan(8);
});
