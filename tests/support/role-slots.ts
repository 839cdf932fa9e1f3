import { setTimeout as sleep } from 'node:timers/promises';
import { ChannelType } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { subscriptionKey, type Subscription } from '../../src/digest/subscription.ts';
import { isDeepStrictEqual } from 'node:util';
import { within } from '../../src/discord/within.ts';
import { buildSubscription } from './build-subscription.ts';
import { collect } from './collect.ts';
import {
  holdRequest,
  listFirstAttempt,
  listSecondAttempt,
  readStoryNumbers,
  type RequestStep,
} from './edition-steps.ts';
import { lookUntil } from './look-until.ts';
import type { Member, RoleStage } from './role-stage.ts';

/** A point at which a process is held: a statement for PostgreSQL or a request to Discord. */
export type RoleStep =
  | { readonly statement: readonly string[]; readonly when: 'before' | 'after' }
  | RequestStep;

/** What is held at a step. */
export interface Held {
  release(): void;
  drop(): void;
}

/** A slot of a schedule in a channel of its own. */
export interface RoleSlot {
  readonly subscription: Subscription;
  /** The slot, or an instant after it. */
  at(minutesLater?: number): string;
}

const lock = (when: 'before' | 'after'): RoleStep => ({
  statement: ['pg_try_advisory_lock', 'channel:'],
  when,
});
const claim = (when: 'before' | 'after'): RoleStep => ({
  statement: ['INSERT', 'editions:'],
  when,
});
const change = (when: 'before' | 'after'): RoleStep => ({
  statement: ['UPDATE', 'editions:'],
  when,
});

/** Everything that the first attempt at an edition does, in order. */
export const FIRST_ATTEMPT: readonly (readonly [string, RoleStep])[] = [
  ['before the channel is locked', lock('before')],
  ['after the channel is locked', lock('after')],
  ...listFirstAttempt(claim, change),
];

/** Everything that resuming does before it posts, in order. */
export const SECOND_ATTEMPT: readonly (readonly [string, RoleStep])[] = listSecondAttempt(change);

/** The instant at which a dead process no longer holds an edition. */
export const LEASE_OVER_MINUTES = 10;

/** The first slot. The articles of the stage count for the slots of a day. */
const FIRST_SLOT = Date.parse('2024-03-14T04:00:00.000Z');

/** So far apart that no slot comes before the one before it is done. */
const APART_MS = 25 * 60_000;

/** Plans slots, each later than the one before and in a new channel. */
export function createSlots({ discord, store }: RoleStage): () => Promise<RoleSlot> {
  let count = 0;
  return async () => {
    const slot = new Date(FIRST_SLOT + count * APART_MS);
    const { guildId } = discord;
    const subscription = buildSubscription({
      guildId,
      channelId: discord.state.addChannel(guildId, `channel-${count}`).id,
      id: `slot${count}`,
      schedule: { cron: `${slot.getUTCMinutes()} ${slot.getUTCHours()} * * *`, zone: 'UTC' },
      changedAt: '2024-03-13T20:00:00.000Z',
      thread: 'stories',
    });
    count += 1;
    await store.records('subscriptions').put(subscriptionKey(subscription), subscription);
    return {
      subscription,
      at: (minutesLater = 0) => new Date(slot.getTime() + minutesLater * 60_000).toISOString(),
    };
  };
}

/** Longer than any step takes on a busy machine. */
const STEP_MS = 120_000;

/** Resolves when a process is held at a step of what it does for a slot. Call it before that may happen. */
export async function reach(
  stage: RoleStage,
  slot: RoleSlot,
  member: Member,
  step: RoleStep,
): Promise<Held> {
  return await within(STEP_MS, hold(stage, slot, member, step), () => {
    throw new Error(`Nothing was held at ${JSON.stringify(step)}.`);
  });
}

/** Lets a process do what is due until it is held at a step. */
export async function workUntil(
  stage: RoleStage,
  slot: RoleSlot,
  worker: Member,
  step: RoleStep,
): Promise<Held> {
  const reached = reach(stage, slot, worker, step);
  let held: Held | undefined;
  while (!held) {
    // A call while others are served does not look at what has become due since.
    held = await Promise.race([reached, worker.tick().then(() => undefined)]);
    if (!held) await sleep(20);
  }
  return held;
}

async function hold(
  { discord }: RoleStage,
  { subscription: { channelId } }: RoleSlot,
  { proxy }: Member,
  step: RoleStep,
): Promise<Held> {
  if ('statement' in step) {
    const held = proxy.hold([...step.statement, channelId], step.when);
    await held.reached;
    return held;
  }
  return await holdRequest(discord, step);
}

/** Lets processes do what is due until the channel of a slot has an edition, and expects one of everything. */
export async function expectOnce(
  stage: RoleStage,
  slot: RoleSlot,
  workers: readonly Member[],
  about: string,
): Promise<void> {
  const work = async (): Promise<object> => {
    await Promise.all(workers.map((worker) => worker.tick()));
    return await observe(stage, slot);
  };
  const seen = await lookUntil(work, (found) => isDeepStrictEqual(found, ONE_EDITION), STEP_MS);
  expect(seen, about).toEqual(ONE_EDITION);
}

/** The messages and threads in the channel of a slot, and what its records say of them. */
async function observe(
  { discord, store }: RoleStage,
  { subscription: { channelId, guildId } }: RoleSlot,
): Promise<object> {
  const messages = discord.state.messages(channelId).filter(({ author }) => author.bot);
  const threads = discord.state
    .channels(guildId)
    .filter((one) => one.type === ChannelType.PublicThread && one.parent_id === channelId);
  const stories = threads.flatMap(({ id }) => discord.state.messages(id));
  const editions = await collect(store.records('editions').list(`${channelId}:`));
  return {
    messages: messages.length,
    threads: threads.length,
    stories: readStoryNumbers(stories),
    editions: editions.map(([, { state }]) => ({
      kind: state.kind,
      messageIsKnown: state.kind === 'posted' && state.messageId === messages[0]?.id,
      threadIsKnown: state.kind === 'posted' && state.threadId === threads[0]?.id,
    })),
  };
}

const ONE_EDITION = {
  messages: 1,
  threads: 1,
  stories: ['story 1 of 2', 'story 2 of 2'],
  editions: [{ kind: 'posted', messageIsKnown: true, threadIsKnown: true }],
};
