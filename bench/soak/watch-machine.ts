import { fork } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleMember, type LoopDelay, type MemberSample } from './sample-member.ts';
import type { Member } from './start-member.ts';
import type { RestartablePostgres } from './restartable-postgres.ts';

/** What was measured every ten seconds. */
export interface Watched {
  /** By process. */
  readonly samples: ReadonlyMap<Member, readonly MemberSample[]>;
  /** A process that does nothing: what the machine adds to the delay of any event loop. */
  readonly idle: readonly LoopDelay[];
  /** The machine's load average of a minute. */
  readonly load: readonly number[];
  /** Sessions of PostgreSQL while it ran. */
  readonly sessions: readonly number[];
  /** Processor time of PostgreSQL while it was watched, in seconds. */
  readonly databaseSeconds: () => number;
  stop(): Promise<void>;
}

const EVERY_MS = 10_000;

/** Begins to sample the processes and the machine. */
export function watchMachine(
  members: readonly Member[],
  postgres: RestartablePostgres | undefined,
): Watched {
  const samples = new Map(members.map((member) => [member, [] as MemberSample[]]));
  const idle: LoopDelay[] = [];
  const load: number[] = [];
  const sessions: number[] = [];
  const stopping = new AbortController();
  const { signal } = stopping;
  const idler = fork(join(import.meta.dirname, 'idle-loop.ts'));
  const cpuBefore = postgres?.cpuSeconds() ?? 0;

  async function sample(): Promise<void> {
    await Promise.all(
      [...samples].map(async ([member, own]) => {
        const taken = await sampleMember(member);
        if (taken) own.push(taken);
      }),
    );
    idler.send('sample');
    const [delay] = (await once(idler, 'message')) as [LoopDelay];
    idle.push(delay);
    load.push(loadavg()[0]!);
    const count = await postgres?.countSessions();
    if (count !== undefined) sessions.push(count);
  }

  async function watch(): Promise<void> {
    // The first figures are of the time before.
    await sample();
    for (const own of samples.values()) own.length = 0;
    idle.length = 0;
    for (;;) {
      await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      await sample();
    }
  }

  const watching = watch();
  return {
    samples,
    idle,
    load,
    sessions,
    databaseSeconds: () => (postgres?.cpuSeconds() ?? 0) - cpuBefore,
    async stop() {
      stopping.abort();
      await watching;
      idler.kill();
    },
  };
}
