import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LocalDiscord } from '@dateline/local-discord';
import { RUN_SOURCE } from '../../tests/support/run-source.ts';

/** The real bot in a process of its own, as `npm start` runs it. Times are ms. */
export interface BotProcess {
  readonly startedAt: number;
  readonly pid: number;
  /** Resolves when the log has a line that begins with `start`, to the ms since the bot was started. */
  logged(start: string): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the bot against a local Discord, with its store in a file and articles in a folder. */
export function startBot(discord: LocalDiscord, store: string, folder: string): BotProcess {
  const main = join(import.meta.dirname, '../../src/main.ts');
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...RUN_SOURCE, main, 'start'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      STORE_URL: `sqlite:${store}`,
      ARTICLE_FOLDERS: folder,
      FOLDER_INTERVAL_MINUTES: '1',
      SOURCES: 'none',
    },
  });
  const seen = new Map<string, number>();
  const waiting = new Set<() => void>();
  createInterface({ input: child.stderr }).on('line', (line) => {
    seen.set(readText(line), performance.now() - startedAt);
    for (const look of waiting) look();
  });
  return {
    startedAt,
    pid: child.pid!,
    logged: (start) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = [...seen].find(([text]) => text.startsWith(start));
          if (!found) return;
          waiting.delete(look);
          resolve(found[1]);
        };
        waiting.add(look);
        child.once('exit', () =>
          reject(new Error(`The bot ended: ${[...seen.keys()].join('\n')}`)),
        );
        look();
      }),
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function readText(line: string): string {
  try {
    return String((JSON.parse(line) as { msg?: unknown }).msg);
  } catch {
    return line;
  }
}
