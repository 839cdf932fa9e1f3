import type { APIMessage } from 'discord-api-types/v10';
import type { LocalDiscord } from '@dateline/local-discord';
import { setTimeout as sleep } from 'node:timers/promises';
import { editionKey, editionMark, type Edition } from '../../src/digest/edition.ts';
import { listSlots } from '../../src/digest/slots.ts';
import { RECORDS } from '../../src/run/records.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { PlannedChannel } from './plan-channels.ts';

/** For how long messages of the last slots are waited for: a failed attempt is made again after up to 4 minutes. */
const PATIENCE_MS = 10 * 60_000;

/** Waits until every channel has as many editions as slots. What is still missing then is lost. */
export async function untilPosted(
  { state }: LocalDiscord,
  channels: readonly PlannedChannel[],
  plannedAt: Date,
  until: Date,
): Promise<void> {
  const givenUpAt = Date.now() + PATIENCE_MS;
  const isMissing = ({ manager, cron }: PlannedChannel): boolean => {
    const slots = listSlots({ cron, zone: 'UTC' }, plannedAt, until);
    const posted = state.messages(manager.channelId).filter(isOfEdition);
    return posted.length < slots.length;
  };
  while (channels.some(isMissing) && Date.now() < givenUpAt) await sleep(1_000);
}

/** Slots and messages, counted after all processes have ended. */
export interface SlotCheck {
  /** Slots of all schedules from when each was planned. */
  readonly slots: number;
  /** Digests that the store has as posted, and alerts. */
  readonly digests: number;
  readonly alerts: number;
  /** Messages of editions in the channels. */
  readonly messages: number;
  /** Messages of stories in threads. */
  readonly storyMessages: number;
  /** What doesn't fit, a sentence each. */
  readonly faults: readonly string[];
}

/** Compares the schedules' slots with the editions in the store and the messages in the channels. */
export async function checkSlots(
  storeUrl: string,
  discord: LocalDiscord,
  until: Date,
): Promise<SlotCheck> {
  const store = await openStore(storeUrl, { records: RECORDS });
  try {
    const editions = new Map<string, Edition>();
    for await (const [key, edition] of store.records('editions').list()) editions.set(key, edition);
    const marks = countMarks(discord);
    const faults: string[] = [];
    let slots = 0;
    let digests = 0;
    for await (const [, subscription] of store.records('subscriptions').list()) {
      if (subscription.state.kind !== 'active')
        faults.push(`channel ${subscription.channelId}: paused: ${subscription.state.reason}`);
      for (const slot of listSlots(
        subscription.schedule,
        new Date(subscription.changedAt),
        until,
      )) {
        slots += 1;
        const { channelId, id: subscriptionId } = subscription;
        const key = editionKey({ channelId, subscriptionId, slot: slot.toISOString() });
        const edition = editions.get(key);
        if (edition?.state.kind === 'posted') digests += 1;
        else faults.push(`${key}: ${JSON.stringify(edition?.state ?? 'no edition')}`);
      }
    }
    const posted = [...editions.values()].filter(({ state }) => state.kind === 'posted');
    for (const edition of posted) {
      const count = marks.editions.get(editionMark(edition.id)) ?? 0;
      if (count !== 1) faults.push(`${editionKey(edition)}: ${count} messages`);
    }
    for (const [mark, count] of [...marks.editions, ...marks.stories])
      if (count > 1) faults.push(`${mark}: ${count} messages`);
    const messages = sum(marks.editions.values());
    if (messages !== posted.length)
      faults.push(`${messages} messages of editions, but ${posted.length} are posted`);
    return {
      slots,
      digests,
      alerts: posted.filter(({ alert }) => alert !== undefined).length,
      messages,
      storyMessages: sum(marks.stories.values()),
      faults,
    };
  } finally {
    await store.close();
  }
}

/** How often each edition, and each story of one in a thread, is in a message that was posted by itself. */
function countMarks({ state }: LocalDiscord) {
  const editions = new Map<string, number>();
  const stories = new Map<string, number>();
  for (const channelId of state.world.messages.keys()) {
    for (const message of state.messages(channelId)) {
      const { mark, isStory } = readMark(message) ?? {};
      if (mark === undefined) continue;
      const counts = isStory ? stories : editions;
      counts.set(mark, (counts.get(mark) ?? 0) + 1);
    }
  }
  return { editions, stories };
}

function isOfEdition(message: APIMessage): boolean {
  return readMark(message)?.isStory === false;
}

/** The mark in a message of an edition, or of one of its stories. Answers to commands have marks, too. */
function readMark(message: APIMessage): { mark: string; isStory: boolean } | undefined {
  if (message.interaction_metadata) return undefined;
  const [mark, story] =
    /Edition [0-9a-f]{12}( · story \d+ of \d+)?/u.exec(JSON.stringify(message)) ?? [];
  return mark === undefined ? undefined : { mark, isStory: story !== undefined };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
