/** How often the shards of one rate limit key may identify. */
const perMs = 5_000;

/** Limits how often the shards of a bot identify. */
export interface IdentifyLimit {
  /** Counts an attempt. False if another shard with the same key has identified less than 5 s before. */
  allows(shard: readonly [id: number, count: number], maxConcurrency: number): boolean;
}

/**
 * Creates the limit. A bot without shards is not limited, so that tests can log in often.
 * Source: https://docs.discord.com/developers/events/gateway#sharding-max-concurrency
 */
export function createIdentifyLimit(now: () => number): IdentifyLimit {
  const lastAt = new Map<number, number>();
  return {
    allows([id, count], maxConcurrency) {
      if (count === 1) return true;
      const key = id % maxConcurrency;
      const last = lastAt.get(key);
      if (last !== undefined && now() - last < perMs) return false;
      lastAt.set(key, now());
      return true;
    },
  };
}
