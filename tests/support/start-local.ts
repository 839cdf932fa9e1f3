import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const STARTED = /Discord on this machine: (\S+)/;
const LOADED = /articles loaded/;
const START_MS = 30_000;

/** A bot in a Discord on this machine, started as its hosts start it. */
export interface StartedLocal {
  readonly url: string;
  /** Ms from the start to the line with the address, and to the one that says that articles are loaded. */
  readonly shownMs: number;
  readonly loadedMs: number;
  stop(): Promise<void>;
}

/** Runs `npm start` without a token over the sample articles, in memory and without the network. */
export async function startLocal(
  env: Readonly<Record<string, string>> = {},
): Promise<StartedLocal> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'start'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      LOCAL_PORT: '0',
      STORE_URL: 'memory:',
      SOURCES: 'none',
      LOG_LEVEL: 'info',
      ...env,
    },
  });
  const exited = once(child, 'exit');
  let text = '';
  let shownMs = 0;
  await new Promise<void>((resolve, reject) => {
    const give = (reason: string): void => reject(new Error(`${reason}:\n${text}`));
    const timer = setTimeout(give, START_MS, 'The bot did not start in time');
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (shownMs === 0 && STARTED.test(text)) shownMs = performance.now() - began;
        if (!STARTED.test(text) || !LOADED.test(text)) return;
        clearTimeout(timer);
        resolve();
      });
    }
    child.once('exit', () => give('The bot ended'));
  });
  return {
    url: STARTED.exec(text)?.[1] ?? '',
    shownMs,
    loadedMs: performance.now() - began,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
