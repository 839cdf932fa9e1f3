import { createRandom } from './build-news.ts';

/** A mean and the bounds of its 95 % interval. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const ROUNDS = 2000;

/**
 * The mean of `a` minus `b`, both measured on the same articles, by a paired bootstrap (Efron 1979) that
 * resamples the articles with replacement. The same numbers always give the same interval.
 */
export function estimateDifference(a: readonly number[], b: readonly number[]): Interval {
  const differences = a.map((value, i) => value - b[i]!);
  const random = createRandom(20_240_615);
  const means: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let sum = 0;
    for (let i = 0; i < differences.length; i++) {
      sum += differences[Math.floor(random() * differences.length)]!;
    }
    means.push(sum / differences.length);
  }
  means.sort((x, y) => x - y);
  return {
    mean: differences.reduce((sum, value) => sum + value, 0) / differences.length,
    low: means[Math.floor(ROUNDS * 0.025)]!,
    high: means[Math.ceil(ROUNDS * 0.975) - 1]!,
  };
}
