import { Keyv } from 'keyv';
import type { Engine, Row } from '../engine.ts';
import { explainRedisError } from './explain-redis-error.ts';
import { journalPrefix } from '../../journal.ts';
import { endOfPrefix } from '../key-range.ts';
import { RedisAdapter } from './redis-adapter.ts';
import { indexKey, openRedisClient, root, type RedisClient } from './redis-connection.ts';
import { storeWrites } from './redis-writes.ts';
import { createRedisDue } from './redis-due.ts';
import { swapValue } from './redis-swap.ts';
import { keyvJson } from '../stored-value.ts';

const pageRows = 128;

/**
 * Opens a Redis as a store's engine. Throws a UserError if it cannot be used. What outlives a killed
 * Redis is Redis's own setting: it should run with `appendonly yes`.
 */
export async function openRedisEngine(url: URL): Promise<Engine> {
  const client = await openRedisClient(url);
  const engine: Omit<Engine, 'due'> = {
    name: 'Redis',
    keyv: (namespace) =>
      new Keyv(new RedisAdapter(client, namespace), {
        namespace: root + namespace,
        useKeyPrefix: false,
        throwOnErrors: true,
        ...keyvJson,
      }),
    read: async (key) => (await client.get(root + key)) ?? undefined,
    swap: (key, before, after) => swapValue(client, key, before, after),
    async *pages(prefix, after) {
      for (;;) {
        const keys = await keysUnder(client, prefix, after);
        after = keys.at(-1);
        if (after === undefined) return;
        const values = await readMany(client, keys);
        // An index entry without a value is one that has expired.
        yield keys.flatMap((key, at): Row[] =>
          values[at] === undefined ? [] : [[key, values[at]]],
        );
      }
    },
    lastKey: (prefix) => lastKey(client, prefix),
    async transact(keys, decide) {
      for (;;) {
        const head = await lastKey(client, journalPrefix);
        const writes = decide(await readMany(client, keys));
        if (await storeWrites(client, head, writes)) return;
      }
    },
    // Of the whole server: Redis counts the memory of keys only one by one.
    measureBytes: async () => Number(/^used_memory:(\d+)/mu.exec(await client.info('memory'))?.[1]),
    explain: (error) => explainRedisError(error, url),
    close: () => client.close(),
  };
  return { ...engine, due: createRedisDue(client, (prefix) => engine.pages(prefix)) };
}

async function keysUnder(client: RedisClient, prefix: string, after?: string): Promise<string[]> {
  const from = after === undefined ? `[${prefix}` : `(${after}`;
  return client.zRangeByLex(indexKey, from, `(${endOfPrefix(prefix)}`, {
    LIMIT: { offset: 0, count: pageRows },
  });
}

async function lastKey(client: RedisClient, prefix: string): Promise<string | undefined> {
  const [key] = await client.zRange(indexKey, `(${endOfPrefix(prefix)}`, `[${prefix}`, {
    BY: 'LEX',
    REV: true,
    LIMIT: { offset: 0, count: 1 },
  });
  return key;
}

async function readMany(
  client: RedisClient,
  keys: readonly string[],
): Promise<(string | undefined)[]> {
  if (keys.length === 0) return [];
  const values = await client.mGet(keys.map((key) => root + key));
  return values.map((value) => value ?? undefined);
}
