import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalDiscord } from '@dateline/local-discord';
import { editionKey, editionMark, type Edition } from '../../src/digest/edition.ts';
import { listSlots } from '../../src/digest/slots.ts';
import { RECORDS, type Records } from '../../src/run/records.ts';
import type { Store } from '../../src/store/create-store.ts';
import { openStore } from '../../src/store/open-store.ts';

/** Slots and messages, counted when nothing is posted any more. */
export interface SlotCheck {
  /** Slots of all schedules from when each was planned. */
  readonly slots: number;
  /** Those of which the store has a posted digest. */
  readonly digests: number;
  /** Alerts that the store has as posted. */
  readonly alerts: number;
  /** Messages of digests and alerts in the channels. */
  readonly messages: number;
  /** Messages of stories in threads. */
  readonly storyMessages: number;
  /** What doesn't fit, a sentence each. */
  readonly faults: readonly string[];
}

/** A slot of a schedule, and its edition as the store has it. */
interface StoredSlot {
  readonly key: string;
  readonly edition: Edition | undefined;
}

/** For how long editions are waited for. A failed attempt is made again after up to 15 minutes. */
const PATIENCE_MS = 15 * 60_000;

/** Waits until no edition of a slot is missing or pending, then compares slots, editions and messages. */
export async function checkSlots(
  storeUrl: string,
  discord: LocalDiscord,
  until: Date,
): Promise<SlotCheck> {
  const store = await openStore(storeUrl, { records: RECORDS });
  try {
    const givenUpAt = Date.now() + PATIENCE_MS;
    while ((await listStored(store, until)).some(isOpen) && Date.now() < givenUpAt)
      await sleep(2_000);
    return await compare(store, discord, until);
  } finally {
    await store.close();
  }
}

async function compare(
  store: Store<Records>,
  discord: LocalDiscord,
  until: Date,
): Promise<SlotCheck> {
  const faults: string[] = [];
  const slots = await listStored(store, until);
  for (const { key, edition } of slots)
    if (edition?.state.kind !== 'posted')
      faults.push(`slot ${key}: ${JSON.stringify(edition?.state ?? 'no edition')}`);
  const posted: Edition[] = [];
  for await (const [, edition] of store.records('editions').list())
    if (edition.state.kind === 'posted') posted.push(edition);
  const { editions, stories } = countMarks(discord);
  for (const edition of posted) {
    const count = editions.get(editionMark(edition.id)) ?? 0;
    if (count !== 1) faults.push(`edition ${editionKey(edition)}: ${count} messages`);
  }
  for (const [mark, count] of stories) if (count > 1) faults.push(`${mark}: ${count} messages`);
  const messages = sum(editions.values());
  if (messages !== posted.length)
    faults.push(`${messages} messages of editions, but ${posted.length} are posted`);
  return {
    slots: slots.length,
    digests: slots.filter(({ edition }) => edition?.state.kind === 'posted').length,
    alerts: posted.filter(({ alert }) => alert !== undefined).length,
    messages,
    storyMessages: sum(stories.values()),
    faults,
  };
}

async function listStored(store: Store<Records>, until: Date): Promise<StoredSlot[]> {
  const editions = store.records('editions');
  const found: StoredSlot[] = [];
  for await (const [, subscription] of store.records('subscriptions').list()) {
    const { channelId, id: subscriptionId, schedule, changedAt } = subscription;
    for (const slot of listSlots(schedule, new Date(changedAt), until)) {
      const key = editionKey({ channelId, subscriptionId, slot: slot.toISOString() });
      found.push({ key, edition: await editions.get(key) });
    }
  }
  return found;
}

function isOpen({ edition }: StoredSlot): boolean {
  return edition === undefined || edition.state.kind === 'pending';
}

/** How often each edition, and each story of one in a thread, is in a message that was posted by itself. */
function countMarks({ state }: LocalDiscord) {
  const editions = new Map<string, number>();
  const stories = new Map<string, number>();
  for (const channelId of state.world.messages.keys()) {
    for (const message of state.messages(channelId)) {
      // Answers to commands show editions, too.
      if (message.interaction_metadata) continue;
      const [mark, story] =
        /Edition [0-9a-f]{12}( · story \d+ of \d+)?/u.exec(JSON.stringify(message)) ?? [];
      if (mark === undefined) continue;
      const counts = story === undefined ? editions : stories;
      counts.set(mark, (counts.get(mark) ?? 0) + 1);
    }
  }
  return { editions, stories };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
