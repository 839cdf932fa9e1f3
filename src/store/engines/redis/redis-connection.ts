import { createClient } from '@keyv/redis';
import { explainRedisError } from './explain-redis-error.ts';

/** Everything of ours in a Redis that others may use too. */
export const root = 'dateline:';

/** The sorted set of all keys (without `root`): Redis itself cannot list keys by prefix without reading all. */
export const indexKey = `${root}index`;

/** An open client; commands on a lost connection fail at once, and it reconnects by itself. */
export type RedisClient = ReturnType<typeof createRedisClient>;

/** Connects to the Redis at `url`. Throws a UserError if it cannot be reached or refuses us. */
export async function openRedisClient(url: URL): Promise<RedisClient> {
  const client = createRedisClient(url);
  // Each command reports the lost connection itself. Every namespace's adapter listens as well.
  client.on('error', () => undefined);
  client.setMaxListeners(0);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw explainRedisError(error, url);
  }
}

function createRedisClient(url: URL) {
  let connected = false;
  const client = createClient({
    url: url.href,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 5_000,
      reconnectStrategy: (attempts, cause) =>
        connected ? Math.min(100 * 2 ** attempts, 2_000) : cause,
    },
  });
  client.once('ready', () => {
    connected = true;
  });
  return client;
}
