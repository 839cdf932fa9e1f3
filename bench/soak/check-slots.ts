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

/** Waits until no slot lacks its edition and nothing that was due is pending. */
export async function untilSettled(storeUrl: string, until: Date): Promise<void> {
  const store = await openStore(storeUrl, { records: RECORDS });
  try {
    const givenUpAt = Date.now() + PATIENCE_MS;
    while (Date.now() < givenUpAt) {
      const slots = await listStored(store, until);
      const isComplete = slots.every(({ edition }) => edition !== undefined);
      if (isComplete && !(await listEditions(store)).some((one) => isOpen(one, until))) return;
      await sleep(2_000);
    }
  } finally {
    await store.close();
  }
}

/** Compares slots, editions and messages after the bot has ended. */
export async function checkSlots(
  storeUrl: string,
  discord: LocalDiscord,
  until: Date,
): Promise<SlotCheck> {
  const store = await openStore(storeUrl, { records: RECORDS });
  try {
    const slots = await listStored(store, until);
    const editions = await listEditions(store);
    const marks = countMarks(discord);
    const posted = editions.filter(({ state }) => state.kind === 'posted');
    const known = new Set(editions.map(({ id }) => editionMark(id)));
    return {
      slots: slots.length,
      digests: slots.filter(({ edition }) => edition?.state.kind === 'posted').length,
      alerts: posted.filter(({ alert }) => alert !== undefined).length,
      messages: sum(marks.editions.values()),
      storyMessages: sum(marks.stories.values()),
      faults: [
        ...slots.flatMap(({ key, edition }) =>
          edition?.state.kind === 'posted'
            ? []
            : `slot ${key}: ${JSON.stringify(edition?.state ?? 'no edition')}`,
        ),
        ...editions.flatMap((edition) => {
          const count = marks.editions.get(editionMark(edition.id)) ?? 0;
          // The end may have come while an edition of a later slot was posted.
          const isUnderWay = edition.state.kind === 'pending' && !isOpen(edition, until);
          const isRight = count === Number(edition.state.kind === 'posted');
          return isRight || (isUnderWay && count <= 1)
            ? []
            : `edition ${editionKey(edition)}, ${edition.state.kind}: ${count} messages`;
        }),
        ...[...marks.editions.keys()].flatMap((mark) =>
          known.has(mark) ? [] : `${mark}: a message, but no such edition`,
        ),
        ...[...marks.stories].flatMap(([mark, count]) =>
          count === 1 ? [] : `${mark}: ${count} messages`,
        ),
      ],
    };
  } finally {
    await store.close();
  }
}

async function listEditions(store: Store<Records>): Promise<Edition[]> {
  const found: Edition[] = [];
  for await (const [, edition] of store.records('editions').list()) found.push(edition);
  return found;
}

/** Whether an edition that was due by then is still to be posted. */
function isOpen({ state, slot }: Edition, until: Date): boolean {
  return state.kind === 'pending' && Date.parse(slot) <= until.getTime();
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
