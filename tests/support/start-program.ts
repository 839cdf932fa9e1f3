import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Json } from '@dateline/local-discord/testing';
import { until } from '@dateline/local-discord/testing/until';
import { nodeArguments } from './node-arguments.ts';

const ROOT = join(import.meta.dirname, '../..');

/** `npm start` as it runs for people. */
export interface Program {
  readonly process: ChildProcess;
  readonly exitCode: Promise<number | null>;
  /** Everything that it has written so far. */
  read(): string;
  /** Waits for a line and returns what the pattern's group found. */
  seeLine(pattern: RegExp, withinMs?: number): Promise<string>;
}

/** Starts the bot with an environment of its own; whoever starts it ends it. */
export function startProgram(
  env: Readonly<Record<string, string>>,
  program: readonly string[] = nodeArguments(join(ROOT, 'src/main.ts')),
): Program {
  const started = spawn(process.execPath, [...program, 'start'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], SOURCES: 'none', ...env },
  });
  let text = '';
  for (const stream of [started.stdout, started.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return {
    process: started,
    read: () => text,
    exitCode: once(started, 'close').then(([code]) => code as number | null),
    async seeLine(pattern, withinMs = 60_000) {
      const isOver = (): boolean => started.exitCode !== null || started.signalCode !== null;
      await until(() => pattern.test(text) || isOver(), `it wrote ${pattern}`, withinMs).catch(
        () => {},
      );
      const found = pattern.exec(text);
      if (!found) throw new Error(`Nothing is like ${pattern} in what it wrote:\n${text}`);
      return found[1] ?? '';
    },
  };
}

/** Asks a running program's local Discord: the path is below `/local/`; a body is posted as JSON. */
export async function askLocal(url: string, path: string, body?: object): Promise<Json> {
  const response = await fetch(`${url}/local/${path}`, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  return await response.json();
}
