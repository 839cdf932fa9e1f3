import { describe, expect, it } from 'vitest';
import { createIdentifyThrottler } from '../../../src/discord/gateway/identify-throttler.ts';
import { UserError } from '../../../src/errors.ts';
import { createLocks } from '../../../src/store/locks.ts';

type Manager = Parameters<ReturnType<typeof createIdentifyThrottler>>[0];

/** What discord.js knows of the gateway. */
function buildManager(maxConcurrency: number): Manager {
  const limit = { session_start_limit: { max_concurrency: maxConcurrency } };
  return { fetchGatewayInformation: async () => limit } as Manager;
}

describe('shards of several processes', () => {
  it('wait for each other if they have one rate limit key, and for no other shard', async () => {
    const locks = createLocks({});
    const over: (() => void)[] = [];
    const rest = () => new Promise<void>((resolve) => over.push(resolve));
    // Each process has a throttler of its own.
    const open = async () => await createIdentifyThrottler(locks, rest)(buildManager(2));
    const [one, other] = [await open(), await open()];
    const { signal } = new AbortController();
    const turns: number[] = [];
    const wait = async (throttler: typeof one, shard: number): Promise<void> => {
      await throttler.waitForIdentify(shard, signal);
      turns.push(shard);
    };
    await wait(one, 0);
    const waiting = wait(other, 2);
    await wait(other, 3);
    // It looks several times meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(turns).toEqual([0, 3]);
    over[0]!();
    await waiting;
    expect(turns).toEqual([0, 3, 2]);
    for (const end of over) end();
  });
});

describe('a shard whose store is away', () => {
  it('waits for it, and does not fail', async () => {
    const locks = createLocks({});
    let attempts = 0;
    const throttler = await createIdentifyThrottler({
      hold(name, work) {
        attempts += 1;
        return attempts > 4
          ? locks.hold(name, work)
          : Promise.reject(new UserError('not-available', 'The store cannot be reached.'));
      },
    })(buildManager(1));
    const { signal } = new AbortController();
    await expect(throttler.waitForIdentify(0, signal)).resolves.toBeUndefined();
    expect(attempts).toBe(5);
  });
});
