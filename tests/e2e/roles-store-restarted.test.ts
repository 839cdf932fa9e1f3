import { describe, expect, it } from 'vitest';
import { postgresCanBeStopped } from '../support/local-postgres.ts';
import { CASTS, expectAnswer, type Cast } from '../support/role-casts.ts';
import {
  createSlots,
  expectOnce,
  FIRST_ATTEMPT,
  LEASE_OVER_MINUTES,
  SECOND_ATTEMPT,
  workUntil,
  type Held,
  type RoleSlot,
  type RoleStep,
} from '../support/role-slots.ts';

/** How the store goes, and how long it stays away. */
const WAYS = [
  { mode: 'fast', isBackSoon: false },
  { mode: 'immediate', isBackSoon: true },
  { mode: 'immediate', isBackSoon: false },
  { mode: 'fast', isBackSoon: true },
] as const;

type Way = (typeof WAYS)[number];

/** What members are told while the store is away. */
const AWAY = 'The bot cannot use its store right now.';

/** Stops PostgreSQL while a process is held, and starts it again before or after the process has gone on. */
async function interrupt({ stage, workers }: Cast, held: Held, way: Way): Promise<void> {
  await stage.haltStore(way.mode);
  const [first, ...others] = workers;
  if (way.isBackSoon) {
    await stage.resumeStore();
    // They find the lock free while the first one still works.
    for (const other of others) await other.tick();
    held.release();
    return await first.tick();
  }
  held.release();
  await Promise.all(workers.map((worker) => worker.tick()));
  await expectAnswer(stage, 'schedule list', AWAY);
  expect(stage.members.filter(({ hasEnded }) => hasEnded())).toEqual([]);
  await stage.resumeStore();
}

/** Each slot is interrupted at a step of its first attempt, and some at a step of the second one, too. */
async function interruptSlots(cast: Cast, next: () => Promise<RoleSlot>): Promise<void> {
  const { stage, workers } = cast;
  const [worker] = workers;
  const runs: (readonly [name: string, step: RoleStep, again?: RoleStep])[] = [
    ...FIRST_ATTEMPT,
    ...SECOND_ATTEMPT.map(([name, step]) => [name, FIRST_ATTEMPT.at(-2)![1], step] as const),
  ];
  for (const [count, [name, step, again]] of [...runs, ...runs].entries()) {
    // Each step is met in two ways, and the other cast meets it in the other two.
    const way = WAYS[(count + (count >= runs.length ? 1 : 0) + workers.length) % WAYS.length]!;
    const slot = await next();
    stage.setClock(slot.at());
    await interrupt(cast, await workUntil(stage, slot, worker, step), way);
    stage.setClock(slot.at(LEASE_OVER_MINUTES));
    if (again) {
      await interrupt(cast, await workUntil(stage, slot, worker, again), way);
      stage.setClock(slot.at(2 * LEASE_OVER_MINUTES));
    }
    await expectOnce(stage, slot, workers, `${way.mode}: ${name}`);
  }
}

describe.skipIf(!postgresCanBeStopped)('a bot whose PostgreSQL is stopped and started', () => {
  it.concurrent.each(Object.entries(CASTS))(
    'of %s lives on and posts each slot once',
    { timeout: 900_000 },
    async (_, open) => {
      const cast = await open();
      const { stage } = cast;
      try {
        await interruptSlots(cast, createSlots(stage));
        await expectAnswer(stage, 'schedule list', '## ');
        await stage.haltStore('immediate');
        expect(await Promise.all(stage.members.map((member) => member.end()))).toEqual(
          stage.members.map(() => 0),
        );
        for (const { lines } of stage.members) {
          const errors = lines.filter(({ level }) => level >= 50);
          for (const { err } of errors) expect(err?.message).toMatch(/cannot be reached/u);
        }
        await stage.resumeStore();
      } finally {
        await stage.close();
      }
    },
  );
});
