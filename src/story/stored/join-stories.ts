import { setTimeout as sleep } from 'node:timers/promises';
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

/** The dependencies of joining stories. */
export interface JoinerParts {
  readonly articles: ArticleStore;
  readonly records: StoryRecords;
  readonly locks: Locks;
  readonly reading: StoryReading;
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
  /** Changes whenever an article of the book does. */
  version(): number;
  /** Waits for the lock, then follows the store until `stop`. */
  start(): void;
  stop(): Promise<void>;
}

export function createStoryJoiner(parts: JoinerParts): StoryJoiner {
  const { articles, records, locks, reading, isWritable, onError, signal } = parts;
  const stopping = new AbortController();
  const ending = AbortSignal.any([stopping.signal, ...(signal ? [signal] : [])]);
  let opened: { readonly book: StoryBook; readonly followed: FollowedStories } | undefined;
  let waiting: Repeating | undefined;
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
    version: () => dropped + (opened?.book.version ?? 0),
    start() {
      waiting = repeat(takeTurn, LOCK_INTERVAL_MS, onError, { atOnce: true });
    },
    async stop() {
      stopping.abort();
      await waiting?.stop();
    },
  };

  async function takeTurn(): Promise<void> {
    const { kind } = await locks.hold(LOCK, join);
    if (kind === 'held' || !opened) return;
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
