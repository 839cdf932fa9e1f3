import { describe, expect, it } from 'vitest';
import { compareSnowflakes, createSnowflakes } from '../snowflake.ts';

describe('ids', () => {
  it('contain the time of their creation, as Discord’s do', () => {
    const at = Date.UTC(2024, 5, 14);
    const id = BigInt(createSnowflakes(() => at).next());
    expect(Number(id >> 22n) + 1_420_070_400_000).toBe(at);
  });

  it('increase even if the clock stops or is set back', () => {
    let now = Date.UTC(2024, 5, 14);
    const ids = createSnowflakes(() => now);
    const made = Array.from({ length: 5_000 }, () => ids.next());
    now -= 60_000;
    made.push(ids.next());
    expect(made.toSorted(compareSnowflakes)).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('are the same for the same clock', () => {
    expect(createSnowflakes(() => 1.7e12).next()).toBe(createSnowflakes(() => 1.7e12).next());
  });
});
