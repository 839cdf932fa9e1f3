import { setTimeout as sleep } from 'node:timers/promises';
import { untilAborted } from '../../abort.ts';
import type { IndexWindow } from '../../index/index-window.ts';
import type { ArticleStore } from '../../store/article-store.ts';
import type { Locks } from '../../store/locks.ts';
import { UnwritableStoreError } from '../../store/store-fault.ts';
import { repeat, type Repeating } from '../../repeat.ts';
import { followStories, type FollowedStories } from '../book/follow-stories.ts';
import { StoryBook } from '../book/story-book.ts';
import { listChanges } from './list-changes.ts';
import { OwnPublisher } from './own-publisher.ts';
import { ReplacedPublisherError, takeOverStories, type StoryPublisher } from './publish-stories.ts';
import type { StoryReading } from './read-stories.ts';
import type { StoryRecords } from './story-records.ts';

/** How often the stories follow the store. */
const FOLLOW_INTERVAL_MS = 250;

/** How often a process asks whether nobody joins the stories. */
const LOCK_INTERVAL_MS = 1000;

/** Of all processes on a store, the one that has this lock joins its stories. */
const LOCK = 'stories';

/** It is shared by all processes whose duty it is to join the stories, so that others see whether there is any. */
export const JOINERS = 'joiners';

/** For how long none of them has to be there before another process joins the stories: one that is restarted is back by then. */
const STAND_IN_AFTER_MS = 30_000;

/** The dependencies of joining stories. */
export interface JoinerParts {
  readonly articles: ArticleStore;
  readonly records: StoryRecords;
  readonly locks: Locks;
  readonly reading: StoryReading;
  /** Whether this process only joins stories while no process runs whose duty it is. */
  readonly isStandIn?: boolean;
  /** How long it waits for one of them; half a minute by default. */
  readonly standInAfterMs?: number;
  readonly isWritable: () => boolean;
  readonly onError: (error: unknown) => void;
  /** Which articles the stories are made of; by default all. */
  readonly window?: IndexWindow;
  /** Aborts when the process is to end. */
  readonly signal?: AbortSignal;
}

/** A book of stories that is joined when it is first needed, and published while this process has the lock. */
export interface StoryJoiner {
  /** The book and the store that it follows. It is joined when it is first asked. */
  followed(): FollowedStories;
  /** The book if anybody has needed it. */
  book(): StoryBook | undefined;
  /** Whether this process has the lock. */
  isJoining(): boolean;
  /** Stores a server's stories with the next changes, so that they are there after the next start. */
  keepOwn(guildId: string): void;
  /** Changes whenever an article of the joined book does. */
  version(): number;
  /** Waits for the lock, then follows the store until `stop`. */
  start(): void;
  stop(): Promise<void>;
}

export function createStoryJoiner(parts: JoinerParts): StoryJoiner {
  const { articles, records, locks, reading, isWritable, onError, signal } = parts;
  const { isStandIn = false, standInAfterMs = STAND_IN_AFTER_MS } = parts;
  const stopping = new AbortController();
  const ending = AbortSignal.any([stopping.signal, ...(signal ? [signal] : [])]);
  let opened: { readonly book: StoryBook; readonly followed: FollowedStories } | undefined;
  let waiting: Repeating | undefined;
  let showing: Repeating | undefined;
  /** Since when nobody has been there whose duty it is, by `performance.now()`. */
  let missedSince: number | undefined;
  let isJoining = false;
  /** The version of books that were dropped. */
  let dropped = 0;
  let own = new OwnPublisher(records);

  function open() {
    if (!opened) {
      const book = new StoryBook(ending);
      opened = { book, followed: followStories(articles, book, ending, parts.window) };
    }
    return opened;
  }

  return {
    followed: () => open().followed,
    book: () => opened?.book,
    isJoining: () => isJoining,
    keepOwn: (guildId) => own.keep(guildId),
    // Until they are joined, nobody is told of them.
    version: () => dropped + (opened?.followed.hasJoined() ? opened.book.version : 0),
    start() {
      if (!isStandIn) showing = repeat(show, LOCK_INTERVAL_MS, onError, { atOnce: true });
      waiting = repeat(takeTurn, LOCK_INTERVAL_MS, onError, { atOnce: true });
    },
    async stop() {
      stopping.abort();
      await Promise.all([waiting?.stop(), showing?.stop()]);
    },
  };

  /** Lets others see that this process is there, until it ends or loses its connection. */
  async function show(): Promise<void> {
    await locks.share(JOINERS, (lost) => untilAborted(AbortSignal.any([ending, lost])));
  }

  async function isNeeded(): Promise<boolean> {
    if (!isStandIn) return true;
    if (await locks.isHeld(JOINERS)) missedSince = undefined;
    else missedSince ??= performance.now();
    return missedSince !== undefined && performance.now() - missedSince >= standInAfterMs;
  }

  async function takeTurn(): Promise<void> {
    if ((await isNeeded()) && (await locks.hold(LOCK, join)).kind === 'held') return;
    if (!opened) return;
    // Another process joins: the memory is worth more than the time until it may be needed again.
    dropped += opened.book.version + 1;
    opened = undefined;
    own = new OwnPublisher(records);
  }

  async function join(lost: AbortSignal): Promise<void> {
    const ended = AbortSignal.any([ending, lost]);
    let publisher: StoryPublisher | undefined;
    /** Whether the table may lack more than what changed since the last publication. */
    let isBehind = true;
    isJoining = true;
    try {
      while (!ended.aborted) {
        try {
          if (!(await isNeeded())) break;
          await follow();
        } catch (error) {
          if (error instanceof ReplacedPublisherError) publisher = undefined;
          // The store's own watch says once for all that nothing can be stored.
          else if (!ended.aborted && !(error instanceof UnwritableStoreError)) onError(error);
        }
        await sleep(FOLLOW_INTERVAL_MS, undefined, { signal: ended, ref: false }).catch(() => {});
      }
    } finally {
      isJoining = false;
    }

    async function follow(): Promise<void> {
      const { book, followed } = open();
      await followed.keepUp();
      if (!isWritable() || ended.aborted) return;
      if (!publisher) {
        publisher = await takeOverStories(records, reading, lost);
        await own.takeOver();
        isBehind = true;
      }
      const asked = await own.listAsked(book);
      const settled = await followed.whileSettled(async (cursor) => {
        const changed = book.takeChanged();
        const ids = isBehind ? new Set([...book.ids(), ...reading.table.ids()]) : changed;
        // Until all of it is published.
        isBehind = true;
        const changes = await listChanges(ids, book, reading.table);
        return { cursor, changes, views: await own.collect(asked, book) };
      });
      const { cursor, changes, views } = settled;
      await own.noteOwners(book);
      await publisher.publish(changes, cursor);
      isBehind = false;
      await own.store(views, cursor);
    }
  }
}
