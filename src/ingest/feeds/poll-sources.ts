import { setMaxListeners } from 'node:events';
import type { Log } from '../../log.ts';
import { NO_OBSERVER, type Observer } from '../../observer.ts';
import { describeHealth } from '../sources/describe-health.ts';
import { noteDropped } from '../sources/note-dropped.ts';
import { planNextPoll, type PollMoment } from '../sources/plan-poll.ts';
import { POLL_TUNING } from '../sources/poll-tuning.ts';
import { selectFailures } from '../sources/select-failures.ts';
import { isDue, sourceKey, type Source } from '../sources/source.ts';
import { claimPoll, releasePoll, removeOldClaims, type PollClaim } from './claim-poll.ts';
import type { FeedMemory } from './feed-memory.ts';
import { forgetRemoved } from './forget-removed.ts';
import { pollSource, type PollParts } from './poll-source.ts';
import type { Locks } from '../../store/locks.ts';
import type { RecordStore } from '../../store/record-store.ts';
import { UnwritableStoreError } from '../../store/store-fault.ts';
import { storePoll } from '../sources/store-poll.ts';

/** The dependencies of a poller. */
export interface PollerParts extends Omit<PollParts, 'signal'> {
  readonly sources: RecordStore<Source>;
  /** By source key, what the polls know of its entries. */
  readonly memories: RecordStore<FeedMemory>;
  readonly claims: RecordStore<PollClaim>;
  readonly locks: Locks;
  readonly log: Log;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly bounds: PollMoment['bounds'];
  /** Whether results can be stored. Polls wait until they can, since a poll without results bothers the publisher for nothing. */
  readonly isWritable?: () => boolean;
  readonly observer?: Observer;
}

/** Reads the sources whenever they are due. */
export interface SourcePoller {
  /** Polls every source that is due, a few at once; of several processes on one store, one polls each. */
  pollDue(): Promise<void>;
  /** Ends what is under way; what was not stored is polled again. */
  stop(): void;
}

/** A source before and after a poll. */
interface Change {
  readonly before: Source;
  readonly after: Source;
  readonly changed: number;
}

/**
 * Creates the polling of sources. Articles are stored first, then what is known of their entries, then
 * the source's state: whatever is cut off is done again and gives the same.
 */
export function createSourcePoller(parts: PollerParts): SourcePoller {
  const { sources, memories, claims, locks, log, now } = parts;
  const { isWritable = () => true, observer = NO_OBSERVER } = parts;
  const stopping = new AbortController();
  const { signal } = stopping;
  let isTidy = false;
  /** Claims that could not be given back, by poll. Nobody could poll those sources until they are old. */
  const kept = new Map<string, PollClaim>();
  // Every request under way listens to it.
  setMaxListeners(0, signal);

  async function poll(listed: Source): Promise<Change | undefined> {
    const key = sourceKey(listed);
    const name = `${key}@${listed.state.nextPollAt}`;
    const claim = await claimPoll(name, claims, now());
    if (!claim) return undefined;
    try {
      // Another process may have polled it between the list and the claim.
      const source = await sources.get(key);
      if (!source || !isDue(source, now())) return undefined;
      if (source.state.nextPollAt !== listed.state.nextPollAt) return undefined;
      return await pollClaimed(key, source);
    } finally {
      kept.set(name, claim);
      await releasePoll(name, claim, claims);
      kept.delete(name);
    }
  }

  async function pollClaimed(key: string, before: Source): Promise<Change | undefined> {
    const memory = await memories.get(key);
    const polled = await pollSource(before, memory, { ...parts, signal });
    if (!polled) return undefined;
    observer.polled(polled.outcome.kind);
    const moment = { now: now(), random: parts.random(), bounds: parts.bounds };
    // Nobody else writes it: the poll is claimed.
    if (polled.memory !== memory) await memories.put(key, polled.memory);
    const after = await storePoll(
      key,
      (present) => noteDropped(planNextPoll(present, polled.outcome, moment), polled.dropped),
      sources,
    );
    if (after) return { before, after, changed: polled.changed };
    await memories.remove(key);
    return undefined;
  }

  function mayPoll(): boolean {
    return !signal.aborted && isWritable();
  }

  /**
   * Polls the sources of one host one after the other: its requests are spaced anyway. Another process leaves the host
   * alone meanwhile, so that two of them are no less polite than one.
   */
  async function pollHost(host: string, due: readonly Source[], changes: Change[]): Promise<void> {
    const pollEach = async (lost: AbortSignal): Promise<void> => {
      for (const source of due) {
        if (!mayPoll() || lost.aborted) return;
        try {
          const change = await poll(source);
          if (change) changes.push(change);
        } catch (err) {
          // The store's own watch says so once for all.
          if (err instanceof UnwritableStoreError) continue;
          log.error({ err, source: source.name }, 'a source could not be polled');
        }
        observer.pollingGoesOn();
      }
    };
    try {
      await locks.hold(`host:${host}`, pollEach);
    } catch (err) {
      log.error({ err, host }, 'the sources of a host could not be polled');
    }
  }

  function tell(changes: readonly Change[]): void {
    const { named, unreachable } = selectFailures(changes);
    if (unreachable > 0) {
      log.warn(
        `${unreachable} of ${changes.length} sources could not be reached: is there no network?`,
      );
    }
    for (const source of named) {
      const { kind, words } = describeHealth(source, now());
      // An address may contain a key.
      const { host } = new URL(source.url);
      log.warn({ source: source.name, host, health: kind }, words);
    }
    const articles = changes.reduce((sum, { changed }) => sum + changed, 0);
    if (articles > 0) log.info({ sources: changes.length, articles }, 'sources read');
  }

  let turn: Promise<void> = Promise.resolve();

  return {
    pollDue() {
      // One at a time: a host that this process is reading must not be left out.
      const polled = turn.then(pollAll);
      turn = polled.catch(() => undefined);
      return polled;
    },
    stop: () => stopping.abort(),
  };

  async function pollAll(): Promise<void> {
    observer.pollingGoesOn();
    if (!isWritable()) return;
    for (const [name, claim] of kept) {
      await releasePoll(name, claim, claims);
      kept.delete(name);
    }
    if (!isTidy) {
      await forgetRemoved(sources, memories);
      await removeOldClaims(claims, now());
    }
    isTidy = true;
    const due: Source[] = [];
    for await (const [, source] of sources.due(now())) if (isDue(source, now())) due.push(source);
    due.sort((a, b) => (a.state.nextPollAt < b.state.nextPollAt ? -1 : 1));
    const hosts = groupByHost(due);
    const changes: Change[] = [];
    const work = async (): Promise<void> => {
      for (let next = hosts.shift(); next && mayPoll(); next = hosts.shift()) {
        const [host, listed] = next;
        await pollHost(host, listed, changes);
      }
    };
    await Promise.all(Array.from({ length: POLL_TUNING.sourcesAtOnce }, work));
    tell(changes);
  }
}

/** Groups sources by host, in the order of their first ones. */
function groupByHost(sources: readonly Source[]): [host: string, sources: Source[]][] {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const { host } = new URL(source.url);
    const group = groups.get(host);
    if (group) group.push(source);
    else groups.set(host, [source]);
  }
  return [...groups];
}
