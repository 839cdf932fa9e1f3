import { describe, expect, it } from 'vitest';
import { subscriptionKey } from '../../src/digest/subscription.ts';
import { postgresCanBeStopped } from '../support/local-postgres.ts';
import { ask, CASTS, type Cast } from '../support/role-casts.ts';
import {
  createSlots,
  expectOnce,
  FIRST_ATTEMPT,
  LEASE_OVER_MINUTES,
  reach,
  SECOND_ATTEMPT,
  type RoleSlot,
  type RoleStep,
} from '../support/role-slots.ts';
import type { Member, RoleStage } from '../support/role-stage.ts';

const CALLBACK = 'POST /interactions/:id/:token/callback';
const ANSWER = 'PATCH /webhooks/:id/:token/messages/:message';
const WRITE = ['UPDATE', 'subscriptions:'];

/** Everything that a command which changes a schedule does, in order, and whether it is changed by then. */
const COMMAND: readonly (readonly [string, RoleStep, isChanged: boolean])[] = [
  ['before it is acknowledged', { request: CALLBACK, when: 'before' }, false],
  ['after it is acknowledged', { request: CALLBACK, when: 'after' }, false],
  ['before it is written', { statement: WRITE, when: 'before' }, false],
  ['after it is written', { statement: WRITE, when: 'after' }, true],
  ['before it is answered', { request: ANSWER, when: 'before' }, true],
  ['after it is answered', { request: ANSWER, when: 'after' }, true],
];

/** Lets a process do what is due at a slot, and kills another, or itself, at a step of that. */
async function killAt(
  stage: RoleStage,
  slot: RoleSlot,
  { worker, victim, step }: { worker: Member; victim: Member; step: RoleStep },
): Promise<void> {
  const reached = reach(stage, worker, step);
  stage.setClock(slot.at());
  void worker.tick();
  const held = await reached;
  await victim.kill();
  if (victim === worker) held.drop();
  else held.release();
}

/** Kills the one that posts. If there is another one, that takes over. */
async function killWorkers({ stage, workers }: Cast, next: () => Promise<RoleSlot>): Promise<void> {
  for (const [turn, [name, step]] of FIRST_ATTEMPT.entries()) {
    const slot = await next();
    const victim = workers[turn % workers.length]!;
    await killAt(stage, slot, { worker: victim, victim, step });
    stage.setClock(slot.at(LEASE_OVER_MINUTES));
    const others = workers.filter((worker) => worker !== victim);
    if (others.length > 0) await expectOnce(stage, slot, others, name);
    victim.restart();
    if (others.length === 0) await expectOnce(stage, slot, [victim], name);
  }
}

/** Kills the one that posts, and then the one that resumes. */
async function killAgain({ stage, workers }: Cast, next: () => Promise<RoleSlot>): Promise<void> {
  for (const when of ['before', 'after'] as const) {
    for (const [name, step] of SECOND_ATTEMPT) {
      const slot = await next();
      const [victim] = workers;
      const second = workers.at(-1)!;
      const first = { request: 'POST /channels/:id/messages', when } as const;
      await killAt(stage, slot, { worker: victim, victim, step: first });
      stage.setClock(slot.at(LEASE_OVER_MINUTES));
      const reached = reach(stage, second, step);
      if (second === victim) victim.restart();
      else void second.tick();
      const held = await reached;
      await second.kill();
      held.drop();
      stage.setClock(slot.at(2 * LEASE_OVER_MINUTES));
      for (const worker of workers) worker.restart();
      await expectOnce(stage, slot, workers, `${when} Discord had the message, and then ${name}`);
    }
  }
}

/** Kills those that answer, each at every step of a slot. */
async function killAnswering(cast: Cast, next: () => Promise<RoleSlot>): Promise<void> {
  const { stage, answering } = cast;
  const [worker] = cast.workers;
  for (const [name, step] of FIRST_ATTEMPT) {
    for (const victim of answering) {
      const slot = await next();
      await killAt(stage, slot, { worker, victim, step });
      victim.restart();
      await expectOnce(stage, slot, [worker], name);
    }
  }
}

/** Kills the one that answers at every step of a command that puts a slot off by five minutes. */
async function killInCommands(cast: Cast, next: () => Promise<RoleSlot>): Promise<void> {
  const { stage, workers, answers } = cast;
  const { discord, store } = stage;
  const manager = discord.asUser(discord.managerId);
  for (const [name, step, isChanged] of COMMAND) {
    await answers.ready();
    const slot = await next();
    const { subscription } = slot;
    const time = slot.at(5).slice(11, 16);
    const options = { schedule: subscription.id, time, zone: 'UTC' };
    stage.setClock(slot.at(-5));
    await Promise.all(stage.members.map((member) => member.tick()));
    const reached = reach(stage, answers, step);
    void manager.runCommand('schedule edit', options);
    const held = await reached;
    await answers.kill();
    held.drop();
    answers.restart();
    const { schedule, ...rest } = (await store
      .records('subscriptions')
      .get(subscriptionKey(subscription)))!;
    const later = { ...subscription.schedule, cron: cronOf(slot.at(5)) };
    expect(schedule, name).toEqual(isChanged ? later : subscription.schedule);
    expect(rest, name).toMatchObject({
      channelId: subscription.channelId,
      state: { kind: 'active' },
    });
    stage.setClock(slot.at(5));
    await expectOnce(stage, slot, workers, name);
  }
}

function cronOf(instant: string): string {
  const at = new Date(instant);
  return `${at.getUTCMinutes()} ${at.getUTCHours()} * * *`;
}

// Each opens a PostgreSQL of its own, and five processes at once are enough for two cores.
describe.skipIf(!postgresCanBeStopped)('a bot whose processes are killed', () => {
  it.concurrent.each(Object.entries(CASTS))(
    'of %s posts each slot once, and changes a schedule once or not at all',
    { timeout: 300_000 },
    async (_, open) => {
      const cast = await open();
      const { stage } = cast;
      try {
        const next = createSlots(stage);
        await killWorkers(cast, next);
        await killAgain(cast, next);
        await killAnswering(cast, next);
        await killInCommands(cast, next);
        await Promise.all(stage.members.map((member) => member.ready()));
        expect(await ask(stage, 'schedule list')).toContain('## ');
        for (const { lines, hasEnded } of stage.members) {
          expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
          expect(hasEnded()).toBe(false);
        }
      } finally {
        await stage.close();
      }
    },
  );
});
