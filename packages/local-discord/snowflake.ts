import type { Snowflake } from 'discord-api-types/v10';

const discordEpochMs = 1_420_070_400_000n;
const countPerMs = 4096n;

/** Hands out ids that only grow, even where the clock stands still or is set back. */
export interface Snowflakes {
  next(): Snowflake;
}

/** Creates ids as Discord does: 42 bits of milliseconds since 2015, then a counter. */
export function createSnowflakes(now: () => number): Snowflakes {
  let last = 0n;
  return {
    next() {
      const first = (BigInt(Math.floor(now())) - discordEpochMs) * 1024n * countPerMs;
      last = first > last ? first : last + 1n;
      return last.toString();
    },
  };
}

/** Orders two ids by age, older first. */
export function compareSnowflakes(left: Snowflake, right: Snowflake): number {
  return left.length - right.length || (left < right ? -1 : Number(left > right));
}
