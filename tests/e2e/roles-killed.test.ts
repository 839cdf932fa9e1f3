import { describe, expect, it } from 'vitest';
import { subscriptionKey } from '../../src/digest/subscription.ts';
import { postgresCanBeStopped } from '../support/local-postgres.ts';
import { CASTS, expectAnswer, type Cast } from '../support/role-casts.ts';
import {
  createSlots,
  expectOnce,
  FIRST_ATTEMPT,
  LEASE_OVER_MINUTES,
  reach,
  SECOND_ATTEMPT,
  workUntil,
  type Held,
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
  stage.setClock(slot.at());
  const held = await workUntil(stage, slot, worker, step);
  await victim.kill();
  if (victim === worker) held.drop();
  else held.release();
}

/** Kills one that posts at each step of a slot, and then one that doesn't. Where there are several, in turn. */
async function killAll(cast: Cast, next: () => Promise<RoleSlot>): Promise<void> {
  const { stage, workers, others } = cast;
  for (const [turn, [name, step]] of FIRST_ATTEMPT.entries()) {
    await killWorker(cast, await next(), workers[turn % workers.length]!, name, step);
    // The other one, if there is one, need not be waited for.
    const worker = workers[(turn + 1) % workers.length]!;
    const victim = others[turn % others.length]!;
    const slot = await next();
    await victim.ready();
    await killAt(stage, slot, { worker, victim, step });
    victim.restart();
    await expectOnce(stage, slot, [worker], name);
  }
}

/** Kills one that posts. If there is another one, that takes over. */
async function killWorker(
  { stage, workers }: Cast,
  slot: RoleSlot,
  victim: Member,
  name: string,
  step: RoleStep,
): Promise<void> {
  await killAt(stage, slot, { worker: victim, victim, step });
  stage.setClock(slot.at(LEASE_OVER_MINUTES));
  const others = workers.filter((worker) => worker !== victim);
  if (others.length > 0) await expectOnce(stage, slot, others, name);
  victim.restart();
  if (others.length === 0) await expectOnce(stage, slot, [victim], name);
}

/** What was killed first, and what then. */
const TWICE = [
  ...SECOND_ATTEMPT.map((second) => ['after', second] as const),
  ['before', SECOND_ATTEMPT.at(-1)!] as const,
];

/** Kills the one that posts, and again while it resumes. */
async function killAgain({ stage, workers }: Cast, next: () => Promise<RoleSlot>): Promise<void> {
  const [victim] = workers;
  for (const [when, [name, step]] of TWICE) {
    const slot = await next();
    const first = { request: 'POST /channels/:id/messages', when } as const;
    await killAt(stage, slot, { worker: victim, victim, step: first });
    stage.setClock(slot.at(LEASE_OVER_MINUTES));
    victim.restart();
    const held = await workUntil(stage, slot, victim, step);
    await victim.kill();
    held.drop();
    stage.setClock(slot.at(2 * LEASE_OVER_MINUTES));
    victim.restart();
    await expectOnce(stage, slot, [victim], `${when} Discord had the message, and then ${name}`);
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
    const reached = reach(stage, slot, answers, step);
    let held: Held | undefined;
    while (!held) {
      // On a busy machine, an acknowledgement may come too late. Then nothing is done.
      const run = manager.runCommand('schedule edit', options);
      held = await Promise.race([reached, run.then(() => undefined)]);
    }
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

describe.skipIf(!postgresCanBeStopped)('a bot whose processes are killed', () => {
  it.concurrent.each(Object.entries(CASTS))(
    'of %s posts each slot once, and changes a schedule once or not at all',
    { timeout: 900_000 },
    async (_, open) => {
      const cast = await open();
      const { stage } = cast;
      try {
        const next = createSlots(stage);
        await killAll(cast, next);
        if (cast.workers.length === 1) await killAgain(cast, next);
        await killInCommands(cast, next);
        await Promise.all(stage.members.map((member) => member.ready()));
        await expectAnswer(stage, 'schedule list', '## ');
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
