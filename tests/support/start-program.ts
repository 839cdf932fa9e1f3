import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Json } from '@dateline/local-discord/testing';
import { until } from '@dateline/local-discord/testing/until';
import { nodeArguments } from './node-arguments.ts';

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'src/main.ts');

/** A busy machine takes minutes to start programs. Tests that wait have a limit of their own, too. */
const BUSY_MACHINE_MS = 180_000;

/** A running `npm start`. */
export interface Program {
  readonly process: ChildProcess;
  readonly exitCode: Promise<number | null>;
  /** Everything that the program has printed so far. */
  read(): string;
  /** Waits for a line that matches, and returns the first group. */
  seeLine(pattern: RegExp, withinMs?: number): Promise<string>;
}

/** Starts the program with this environment and options, by Node or by another program. The caller must end it. */
export function startProgram(
  env: Readonly<Record<string, string>>,
  program: readonly string[] = nodeArguments(MAIN),
  by = process.execPath,
  options: readonly string[] = [],
): Program {
  const started = spawn(by, [...program, 'start', ...options], {
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
    async seeLine(pattern, withinMs = BUSY_MACHINE_MS) {
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

/** The program and the environment of one whose clock is ahead by so many milliseconds. */
export function withClockAhead(ms: number): { program: string[]; env: Record<string, string> } {
  const clock = nodeArguments(join(import.meta.dirname, 'clock-ahead-child.ts')).at(-1)!;
  return {
    program: nodeArguments(MAIN).toSpliced(-1, 0, '--import', clock),
    env: { CLOCK_AHEAD_MS: String(ms) },
  };
}

/** Sends a request to a running program's local Discord. The path is below `/local/`, and a body is posted as JSON. */
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
