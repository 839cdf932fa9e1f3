import process from 'node:process';
import { runRole } from '../../src/run/run-role.ts';
import type { Start } from '../../src/run/role.ts';

// A process with a role whose clock is its parent's. If it is asked to work, it does what is due, and says so.
const [start = '{}', ahead = '0'] = process.argv.slice(2);
let aheadMs = Number(ahead);
const steps = new Set<() => Promise<unknown>>();
const now = (): Date => new Date(Date.now() + aheadMs);

async function work(): Promise<void> {
  const ms = aheadMs;
  await Promise.allSettled([...steps].map((step) => step()));
  process.send?.(ms);
}

process.on('message', (next: { readonly aheadMs: number; readonly works: boolean }) => {
  aheadMs = next.aheadMs;
  if (next.works) void work();
});
process.channel?.unref();
process.once('disconnect', () => process.exit());

await runRole(
  {
    stdin: process.stdin,
    out: console.log,
    err: console.error,
    isTerminal: false,
    env: process.env,
    now,
    exitCode: () => undefined,
  },
  JSON.parse(start) as Start,
  {
    now,
    onStep(step) {
      steps.add(step);
      return () => steps.delete(step);
    },
  },
);
