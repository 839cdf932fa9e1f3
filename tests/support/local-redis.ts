import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@keyv/redis';
import { findFreePort, findProgram, startServer, type LocalServer } from './local-server.ts';

/** Redis's server program on this machine. */
export function findRedis(): string | undefined {
  return findProgram('redis-server') ?? findProgram('valkey-server');
}

/** Starts a Redis of its own, which keeps nothing on disk. */
export async function startRedis(program: string): Promise<LocalServer> {
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

/** Runs commands on a connection of its own. */
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
