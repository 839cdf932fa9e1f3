import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@keyv/redis';
import { findFreePort, findProgram, startServer, type LocalServer } from './local-server.ts';

const given = process.env['TEST_REDIS_URL'];
const program = findProgram('redis-server') ?? findProgram('valkey-server');

/** Whether there is a Redis server for tests: TEST_REDIS_URL names one, or one is installed. */
export const redisIsAvailable = given !== undefined || program !== undefined;

/** Starts a Redis server that writes nothing to disk, unless TEST_REDIS_URL names one. */
export async function startRedis(): Promise<LocalServer> {
  if (given !== undefined) {
    if ((await withRedis(given, (client) => client.dbSize())) > 0) {
      throw new Error(
        'TEST_REDIS_URL names a database that is not empty; the tests would empty it.',
      );
    }
    return { url: given, stop: () => Promise.resolve() };
  }
  if (program === undefined) throw new Error('There is no Redis here.');
  const folder = mkdtempSync(join(tmpdir(), 'dateline-redis-'));
  const port = await findFreePort();
  const url = `redis://127.0.0.1:${port}`;
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
  const stop = await startServer(program, args, {}, async () => {
    await withRedis(url, (client) => client.ping());
  });
  return {
    url,
    async stop() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Runs commands on a new connection. */
export async function withRedis<T>(
  url: string,
  run: (client: ReturnType<typeof createTestClient>) => Promise<T>,
): Promise<T> {
  const client = createTestClient(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    client.destroy();
  }
}

function createTestClient(url: string) {
  return createClient({ url, socket: { reconnectStrategy: false } });
}
