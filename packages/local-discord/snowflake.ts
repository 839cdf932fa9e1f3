import type { Snowflake } from 'discord-api-types/v10';

const discordEpochMs = 1_420_070_400_000n;
const countPerMs = 4096n;

/** Creates increasing ids, even if the clock stops or is set back. */
export interface Snowflakes {
  next(): Snowflake;
}

/**
 * Creates a generator of ids in Discord's format: 42 bits of milliseconds since 2015, then a counter.
 * Source: https://docs.discord.com/developers/reference#snowflakes
 */
export function createSnowflakes(now: () => number): Snowflakes {
  let last = 0n;
  return {
    next() {
      const firstOfMs = (BigInt(Math.floor(now())) - discordEpochMs) * 1024n * countPerMs;
      last = firstOfMs > last ? firstOfMs : last + 1n;
      return last.toString();
    },
  };
}

/** Compares two ids for sorting, older first. */
export function compareSnowflakes(left: Snowflake, right: Snowflake): number {
  return left.length - right.length || (left < right ? -1 : Number(left > right));
}
