import { isPastKeeping, selectExpired } from '../../digest/select-expired.ts';
import { editionKey, type Edition } from '../../digest/edition.ts';
import type { Store } from '../../store/create-store.ts';
import type { Records } from '../records.ts';

/** The keys of the records that nobody needs any more, by kind. */
export interface UnneededRecords {
  readonly editions: readonly string[];
  /** Entry memories of feeds that are not read any more. */
  readonly entries: readonly string[];
  /** Pages whose reading ended a process long ago: they may be tried again. */
  readonly 'page-attempts': readonly string[];
}

/** Finds the records that can go. Without an edge nothing is old; what belongs to nobody goes all the same. */
export async function findUnneededRecords(
  { records }: Pick<Store<Records>, 'records'>,
  { edge, now }: { readonly edge: Date | undefined; readonly now: Date },
): Promise<UnneededRecords> {
  const entries: string[] = [];
  const sources = records('sources');
  for await (const [key] of records('entries').list()) {
    if (!(await sources.get(key))) entries.push(key);
  }
  const attempts: string[] = [];
  for await (const [key, { at }] of records('page-attempts').list()) {
    if (edge && Date.parse(at) < edge.getTime()) attempts.push(key);
  }
  return { editions: await findEditions(records, now), entries, 'page-attempts': attempts };
}

async function findEditions(records: Store<Records>['records'], now: Date): Promise<string[]> {
  const subscriptions = new Set<string>();
  for await (const [, { id }] of records('subscriptions').list()) subscriptions.add(id);
  const unneeded: string[] = [];
  let channel: Edition[] = [];
  const finish = (): void => {
    unneeded.push(...selectUnneededEditions(channel, subscriptions, now).map(editionKey));
    channel = [];
  };
  // Sorted by channel, so that those of one are in memory at a time.
  for await (const [, edition] of records('editions').list()) {
    if (channel[0] && channel[0].channelId !== edition.channelId) finish();
    channel.push(edition);
  }
  finish();
  return unneeded;
}

/**
 * Selects the editions of a channel that can go: those that the scheduler would remove when it serves the channel
 * again, and those of schedules that are no more, of which not even the newest are needed.
 */
function selectUnneededEditions(
  editions: readonly Edition[],
  subscriptions: ReadonlySet<string>,
  now: Date,
): Edition[] {
  const expired = new Set(selectExpired(editions, now));
  return editions.filter(
    (edition) =>
      expired.has(edition) ||
      (edition.state.kind !== 'pending' &&
        !subscriptions.has(edition.subscriptionId) &&
        isPastKeeping(edition, now)),
  );
}
