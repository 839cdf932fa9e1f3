import type { RecordStore } from '../store/record-store.ts';
import type { DeliveryRecord } from './delivery.ts';
import type { Edition } from './edition.ts';
import { listEditions } from './prepare-digest.ts';
import type { Subscription } from './subscription.ts';

const MOST_DELIVERIES = 20;

/** Reads the latest deliveries of a guild, newest first, at most 20. */
export async function readRecentDeliveries(
  guildId: string,
  subscriptions: RecordStore<Subscription>,
  editions: RecordStore<Edition>,
): Promise<DeliveryRecord[]> {
  const channels = new Set<string>();
  for await (const [, { channelId }] of subscriptions.list(`${guildId}:`)) channels.add(channelId);
  const records: DeliveryRecord[] = [];
  for (const channel of channels) {
    const found = await listEditions(editions, channel);
    records.push(...found.filter(hasOutcome).map(buildRecord));
  }
  return records
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.slot < b.slot ? 1 : -1))
    .slice(0, MOST_DELIVERIES);
}

/** Tells whether there is anything to report: not yet during the first attempt. */
function hasOutcome({ state }: Edition): boolean {
  return state.kind !== 'pending' || state.detail !== undefined;
}

function buildRecord(edition: Edition): DeliveryRecord {
  const { subscriptionId, channelId, name, slot, alert, state } = edition;
  const record = {
    subscriptionId,
    channelId,
    slot,
    ...(name !== undefined && { name }),
    ...(alert !== undefined && ({ isAlert: true } as const)),
  };
  if (state.kind === 'pending') {
    const { since: at, detail = '' } = state;
    const afterMs = Math.max(0, Date.parse(state.retryAt) - Date.parse(at));
    return { ...record, at, outcome: { kind: 'retry', afterMs, detail } };
  }
  const { at } = state;
  if (state.kind === 'failed') return { ...record, at, outcome: state.outcome };
  if (state.kind !== 'posted') return { ...record, at, outcome: { kind: state.kind } };
  return { ...record, at, outcome: { kind: 'posted', messageId: state.messageId } };
}
