import process from 'node:process';
import { runRole } from '../../src/run/run-role.ts';
import type { Start } from '../../src/run/role.ts';

// A process with a role whose clock is its parent's. When the parent moves the clock, it does what is due, and says so.
const [start = '{}', ahead = '0'] = process.argv.slice(2);
let aheadMs = Number(ahead);
const steps = new Set<() => Promise<unknown>>();
const now = (): Date => new Date(Date.now() + aheadMs);

process.on('message', (next: number) => {
  aheadMs = next;
  void Promise.allSettled([...steps].map((work) => work())).then(() => process.send?.(next));
});
process.channel?.unref();

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
    onStep(work) {
      steps.add(work);
      return () => steps.delete(work);
    },
  },
);
