import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { LogLine } from './log-lines.ts';
import { createHeapWatch, type HeapWatch } from './heap-watch.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A process of the bot that is measured: the built program, as hosts run it. */
export interface Member {
  /** Its role, with its shards if there are several of it. */
  readonly name: string;
  readonly pid: number;
  readonly healthUrl: string;
  readonly heap: HeapWatch;
  /** Resolves when its log has a line that begins with `start`. */
  logged(start: string): Promise<void>;
  /** Asks it to end. Resolves to its exit code, or to the signal that it took. */
  stop(): Promise<number | string>;
}

/** How a member is started. */
export interface MemberStart {
  readonly name: string;
  readonly options: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly healthPort: number;
  /** Gets every line of the log of level warn or above, and what is written besides the log. */
  readonly onLine: (line: LogLine) => void;
}

/** Starts a process of the bot. */
export function startMember({ name, options, env, healthPort, onLine }: MemberStart): Member {
  const child = spawn(
    process.execPath,
    ['--trace-gc', join(ROOT, 'dist/src/main.js'), 'start', ...options],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HEALTH_ADDRESS: `127.0.0.1:${healthPort}`, ...env },
    },
  );
  process.once('exit', () => child.kill('SIGKILL'));
  const heap = createHeapWatch();
  createInterface({ input: child.stdout }).on('line', (line) => heap.read(line));
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  const waiting = new Map<string, () => void>();
  const seen: string[] = [];
  createInterface({ input: child.stderr }).on('line', (text) => {
    const line = parseLine(name, text);
    seen.push(line.text);
    for (const [start, go] of waiting) if (line.text.startsWith(start)) go();
    if (line.level >= 40) onLine(line);
  });
  return {
    name,
    pid: child.pid!,
    healthUrl: `http://127.0.0.1:${healthPort}`,
    heap,
    async logged(start) {
      const found = new Promise<void>((resolve) => {
        if (seen.some((text) => text.startsWith(start))) resolve();
        waiting.set(start, resolve);
      });
      const over = ended.then(() => {
        throw new Error(`${name} ended before it logged "${start}":\n${seen.join('\n')}`);
      });
      await Promise.race([found, over]);
      waiting.delete(start);
      seen.length = 0;
    },
    async stop() {
      child.kill('SIGTERM');
      const [code, signal] = await ended;
      return code ?? signal ?? 'unknown';
    },
  };
}

/** What is not a line of the log counts as an error. */
function parseLine(member: string, text: string): LogLine {
  try {
    const { level, time, msg, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return {
      member,
      level: Number(level),
      at: Date.parse(String(time)),
      text: String(msg),
      about: JSON.stringify(rest),
    };
  } catch {
    return { member, level: 50, at: Date.now(), text, about: '' };
  }
}
