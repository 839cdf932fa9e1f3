import { describe, expect, it } from 'vitest';
import { chooseBuckets } from '../../../src/render/picture/time-buckets.ts';

const at = (...dates: string[]): number[] => dates.map((date) => Date.parse(date));
const startsOf = (moments: readonly number[]): string[] =>
  chooseBuckets(moments)?.starts.map((start) => new Date(start).toISOString()) ?? [];

describe('the buckets of a chart', () => {
  it('are hours within two days', () => {
    expect(startsOf(at('2024-03-14T08:10Z', '2024-03-14T10:50Z'))).toEqual([
      '2024-03-14T08:00:00.000Z',
      '2024-03-14T09:00:00.000Z',
      '2024-03-14T10:00:00.000Z',
    ]);
  });

  it('are days within weeks, or if only days are known', () => {
    expect(chooseBuckets(at('2024-03-01T08:10Z', '2024-03-30T10:50Z'))?.starts).toHaveLength(30);
    expect(startsOf(at('2024-03-14', '2024-03-15', '2024-03-15T10:50Z'))).toEqual([
      '2024-03-14T00:00:00.000Z',
      '2024-03-15T00:00:00.000Z',
    ]);
  });

  it('are weeks from Monday within a year, then months', () => {
    const weeks = chooseBuckets(at('2024-01-03T01:00Z', '2024-06-14T01:00Z'));
    expect(weeks?.unit).toBe('week');
    expect(weeks?.starts[0]).toBe(Date.parse('2024-01-01'));
    const months = chooseBuckets(at('2023-11-03T01:00Z', '2025-02-14T01:00Z'));
    expect(months?.unit).toBe('month');
    expect(months?.starts[0]).toBe(Date.parse('2023-11-01'));
    expect(months?.starts.at(-1)).toBe(Date.parse('2025-02-01'));
  });

  it('are undefined if one contains all', () => {
    expect(chooseBuckets(at('2024-03-14T08:10Z', '2024-03-14T08:50Z'))).toBeUndefined();
    expect(chooseBuckets([])).toBeUndefined();
  });

  it('are not squeezed by a single old article', () => {
    const week = Array.from({ length: 40 }, (_, day) => Date.UTC(2024, 2, 1 + (day % 7), 5));
    const buckets = chooseBuckets([Date.UTC(1999, 0, 1), ...week]);
    expect(buckets?.unit).toBe('day');
    expect(buckets?.starts).toHaveLength(7);
    expect(buckets?.indexOf(Date.UTC(1999, 0, 1))).toBeUndefined();
    expect(buckets?.indexOf(Date.UTC(2024, 2, 7, 23))).toBe(6);
  });

  it('contain the moments from their own start to the next', () => {
    const moments = Array.from({ length: 300 }, (_, n) => Date.UTC(2021, 0, 1) + n * 3e8);
    const buckets = chooseBuckets(moments)!;
    for (const moment of moments) {
      const index = buckets.indexOf(moment);
      if (index === undefined) continue;
      expect(moment).toBeGreaterThanOrEqual(buckets.starts[index]!);
      expect(moment).toBeLessThan(buckets.starts[index + 1] ?? Number.POSITIVE_INFINITY);
    }
  });
});
