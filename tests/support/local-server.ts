import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A database server for tests, started on loopback or given by its URL. */
export interface LocalServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The first of these programs that exists, in these folders or on the PATH. */
export function findProgram(name: string, folders: readonly string[] = []): string | undefined {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  return [...folders, ...path].map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** A TCP port of the loopback address that was free a moment ago. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a server and waits until `ready` no longer throws. The server ends with the test run at the latest. */
export async function startServer(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
  ready: () => Promise<void>,
): Promise<(signal?: NodeJS.Signals) => Promise<void>> {
  const child = spawn(program, args, { stdio: 'ignore', ...options });
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  for (let attempt = 1; ; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${program} ended with code ${child.exitCode}`);
    try {
      await ready();
      break;
    } catch (error) {
      if (attempt === 200) throw error;
      await sleep(100);
    }
  }
  return async (signal) => {
    process.off('exit', kill);
    await stop(child, signal);
  };
}

/** SIGINT is a fast shutdown for PostgreSQL and an ordinary one for Redis. */
async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
