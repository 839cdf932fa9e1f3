import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { nodeArguments } from './node-arguments.ts';

/** What became of a child process that prints "begin" and "end". */
export interface ChildRun {
  /** How long its work took, in milliseconds; undefined if it was killed before its end. */
  readonly ms?: number;
  /** What it wrote to standard error. */
  readonly err: string;
}

/** Runs a script to its end, or kills it so many milliseconds after it has begun. */
export async function runWork(
  script: string,
  values: readonly string[],
  killAfterMs?: number,
): Promise<ChildRun> {
  const child = spawn(process.execPath, [...nodeArguments(script), ...values], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  let begunAt = 0;
  let ms: number | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'begin') {
      begunAt = performance.now();
      if (killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    }
    if (line === 'end') ms = performance.now() - begunAt;
  }
  await exit;
  return { err, ...(ms !== undefined && { ms }) };
}
