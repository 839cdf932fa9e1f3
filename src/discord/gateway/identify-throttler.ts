import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocketOptions } from 'discord.js';
import type { Locks } from '../../store/locks.ts';

type BuildThrottler = NonNullable<WebSocketOptions['buildIdentifyThrottler']>;

/** Discord lets one shard of each rate limit key identify in this time. A little longer, as requests take time. */
const PER_MS = 5_250;

/** How often a shard looks whether it is its turn. */
const LOOK_MS = 250;

/**
 * Builds discord.js's throttler, so that the shards of several processes take turns: who identifies holds the lock of
 * its rate limit key until the next one may. While the store is away, a shard waits, as it does for the others:
 * discord.js would answer an error by connecting again and again.
 * https://docs.discord.com/developers/events/gateway#sharding-max-concurrency
 *
 * @param rest Resolves when the next shard of a rate limit key may identify.
 */
export function createIdentifyThrottler(
  locks: Pick<Locks, 'hold'>,
  rest: () => Promise<unknown> = () => sleep(PER_MS, undefined, { ref: false }),
): BuildThrottler {
  return async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    return {
      async waitForIdentify(shardId, signal) {
        const name = `identify:${shardId % limit.max_concurrency}`;
        for (;;) {
          if (await takeTurn(locks, name, rest).catch(() => false)) return;
          await sleep(LOOK_MS, undefined, { signal });
        }
      },
    };
  };
}

/** Resolves to true while the lock is held, and to false if another shard has it. */
function takeTurn(
  locks: Pick<Locks, 'hold'>,
  name: string,
  rest: () => Promise<unknown>,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const hold = async (): Promise<void> => {
      resolve(true);
      await rest();
    };
    locks.hold(name, hold).then(() => resolve(false), reject);
  });
}
