import { ChannelType } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { subscriptionKey, type Subscription } from '../../src/digest/subscription.ts';
import { buildSubscription } from './build-subscription.ts';
import { collect } from './collect.ts';
import type { Member, RoleStage } from './role-stage.ts';

/** A point at which a process is held: a statement for PostgreSQL or a request to Discord. */
export type RoleStep =
  | { readonly statement: readonly string[]; readonly when: 'before' | 'after' }
  | {
      readonly request: string;
      readonly when: 'before' | 'after';
      /** Which of several such requests; the first by default. */
      readonly nth?: number;
    };

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

const POST = 'POST /channels/:id/messages';
const LIST = 'GET /channels/:id/messages';
const THREAD = 'POST /channels/:id/messages/:message/threads';

const LOCK = ['pg_try_advisory_lock', 'channel:'];
const CLAIM = ['INSERT', 'editions:'];
const CHANGE = ['UPDATE', 'editions:'];

/** Everything that the first attempt at an edition does, in order. */
export const FIRST_ATTEMPT: readonly (readonly [string, RoleStep])[] = [
  ['before the channel is locked', { statement: LOCK, when: 'before' }],
  ['after the channel is locked', { statement: LOCK, when: 'after' }],
  ['before the edition is claimed', { statement: CLAIM, when: 'before' }],
  ['after the edition is claimed', { statement: CLAIM, when: 'after' }],
  ['before Discord has the message', { request: POST, when: 'before' }],
  ['after Discord has the message', { request: POST, when: 'after' }],
  ['before Discord has the thread', { request: THREAD, when: 'before' }],
  ['after Discord has the thread', { request: THREAD, when: 'after' }],
  ['before Discord has the first story', { request: POST, when: 'before', nth: 2 }],
  ['after Discord has the first story', { request: POST, when: 'after', nth: 2 }],
  ['after Discord has the last story', { request: POST, when: 'after', nth: 3 }],
  ['before the message is recorded', { statement: CHANGE, when: 'before' }],
  ['after the message is recorded', { statement: CHANGE, when: 'after' }],
];

/** Everything that resuming does before it posts, in order. */
export const SECOND_ATTEMPT: readonly (readonly [string, RoleStep])[] = [
  ['before the attempt is recorded', { statement: CHANGE, when: 'before' }],
  ['after the attempt is recorded', { statement: CHANGE, when: 'after' }],
  ['before it has looked', { request: LIST, when: 'before' }],
  ['after it has looked', { request: LIST, when: 'after' }],
];

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

/** Resolves when a process is held at a step. Call it before that may happen. */
export async function reach(
  { discord }: RoleStage,
  { proxy }: Member,
  step: RoleStep,
): Promise<Held> {
  if ('statement' in step) {
    const hold = proxy.hold(step.statement, step.when);
    await hold.reached;
    return hold;
  }
  const { request, when, nth = 1 } = step;
  let hold = discord.faults.hold(request, nth === 1 ? when : 'before');
  for (let count = 1; count < nth; count += 1) {
    await hold.reached;
    const next = discord.faults.hold(request, count === nth - 1 ? when : 'before');
    hold.release();
    hold = next;
  }
  await hold.reached;
  return hold;
}

/** Lets processes do what is due until the channel of a slot has an edition, and expects one of everything. */
export async function expectOnce(
  stage: RoleStage,
  slot: RoleSlot,
  workers: readonly Member[],
  about: string,
): Promise<void> {
  const look = async (): Promise<object> => {
    await Promise.all(workers.map((worker) => worker.tick()));
    return observe(stage, slot);
  };
  await expect.poll(look, { message: about, interval: 50, timeout: 60_000 }).toEqual(ONE_EDITION);
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
    messages: messages.map(({ id }) => id),
    threads: threads.map(({ id }) => id),
    stories: stories.map(
      ({ components }) => /story \d+ of \d+/u.exec(JSON.stringify(components))?.[0],
    ),
    editions: editions.map(([, { state }]) => state),
  };
}

const ONE_EDITION = {
  messages: [expect.any(String)],
  threads: [expect.any(String)],
  stories: ['story 1 of 2', 'story 2 of 2'],
  editions: [expect.objectContaining({ kind: 'posted', threadId: expect.any(String) as string })],
};
