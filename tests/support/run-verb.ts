import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { nodeArguments } from './node-arguments.ts';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

/** The result of a verb that ran in a process of its own. */
export interface VerbRun {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number | null;
}

/** Runs `dateline ARGS` in a process of its own, in a folder. */
export async function runVerb(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  folder = join(import.meta.dirname, '../..'),
): Promise<VerbRun> {
  const child = spawn(process.execPath, [...nodeArguments(MAIN), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], SOURCES: 'none', ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { out, err, exitCode };
}
