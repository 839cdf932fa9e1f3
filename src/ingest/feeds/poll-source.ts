import { planEntries } from '../../article/feed/entries/plan-entries.ts';
import type { PollOutcome } from '../sources/plan-poll.ts';
import { POLL_TUNING } from '../sources/poll-tuning.ts';
import { readFeed, type FeedReading } from './read-feed.ts';
import { HOST, nameSource, pollUrl, type DroppedEntry, type Source } from '../sources/source.ts';
import { NO_MEMORY, selectEntries, type FeedMemory, type PendingEntry } from './feed-memory.ts';
import { describeEntry, takeEntries, type TakenEntries, type TakeParts } from './take-entries.ts';

/** The dependencies of polling a source. */
export interface PollParts extends TakeParts {
  /** Newest articles taken when a source is read for the first time. */
  readonly newSourceArticles: number;
}

/** The result of a poll. Its articles are stored already; the caller stores the rest. */
export interface Polled {
  readonly outcome: PollOutcome;
  readonly memory: FeedMemory;
  readonly dropped: readonly DroppedEntry[];
  /** Articles that are new in the store or changed there. */
  readonly changed: number;
}

/** Polls a source once and stores what it brings. Undefined if it was stopped before its end. */
export async function pollSource(
  source: Source,
  memory: FeedMemory = NO_MEMORY,
  parts: PollParts,
): Promise<Polled | undefined> {
  const { etag, lastModified, contentHash } = source.state;
  const read = await readFeed(pollUrl(source), parts.fetcher, {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(contentHash !== undefined && { contentHash }),
    signal: parts.signal,
  });
  if (parts.signal.aborted || isOurs(read)) return undefined;
  const now = parts.now();
  if (read.kind !== 'feed') {
    const outcome = toOutcome(read);
    if (outcome.kind !== 'unchanged' || memory.pending.length === 0)
      return { outcome, memory, dropped: [], changed: 0 };
    const selected = selectEntries([], memory.pending, NONE_NEW);
    const taken = await takeEntries(source, {}, selected.now, memory.known, parts);
    return taken && finish(outcome, taken, selected.later, now);
  }
  const named = nameSource(source, read.feed.title);
  const owned = source.owner === HOST ? {} : { onlyFor: source.owner };
  const { plans, known } = planEntries(memory.known, read.feed.entries, {
    source: named.name,
    now,
    ...owned,
  });
  const stored = await parts.articles.getMany(
    plans.filter(({ kind }) => kind === 'update').map(({ articleId }) => articleId),
  );
  const storedIds = new Set(stored.map((article) => article?.id));
  const selected = selectEntries(plans, memory.pending, {
    isFirst: source.state.lastSuccessAt === undefined,
    most: parts.newSourceArticles,
    isStored: (id) => storedIds.has(id),
  });
  const taken = await takeEntries(named, read.feed, selected.now, known, parts);
  const { feed, kind: _kind, url: _url, ...version } = read;
  const outcome: PollOutcome = {
    kind: 'read',
    name: named.name,
    entryCount: feed.entries.length,
    newDates: plans
      .filter(({ kind }) => kind === 'new')
      .map(({ entry }) => entry.publishedAt ?? now.toISOString()),
    ...(feed.ttlMinutes !== undefined && { ttlMinutes: feed.ttlMinutes }),
    ...version,
  };
  return taken && finish(outcome, taken, selected.later, now);
}

const NONE_NEW = { isFirst: false, most: 0, isStored: () => false };

function finish(
  outcome: PollOutcome,
  taken: TakenEntries,
  later: readonly PendingEntry[],
  now: Date,
): Polled {
  const { known, dropped, changed } = taken;
  // If too many wait, those that waited longest are given up.
  const waiting = [...later, ...taken.pending];
  const pending = waiting.slice(0, POLL_TUNING.mostPending);
  const crowded = waiting.slice(POLL_TUNING.mostPending).map(({ entry }) => ({
    ...describeEntry(entry),
    reason: 'too many entries of this feed wait for their pages',
    at: now.toISOString(),
  }));
  return { outcome, memory: { known, pending }, dropped: [...dropped, ...crowded], changed };
}

/** Failures that say nothing of the publisher: the poll has not taken place. */
function isOurs(read: FeedReading): boolean {
  return read.kind === 'failed' && ['aborted', 'closed', 'busy'].includes(read.reason);
}

function toOutcome(read: Exclude<FeedReading, { kind: 'feed' }>): PollOutcome {
  if (read.kind !== 'page') return read;
  const message = 'This address leads to a web page where its feed should be.';
  return { kind: 'failed', reason: 'not-a-feed', message };
}
