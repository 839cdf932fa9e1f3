import { setTimeout as sleep } from 'node:timers/promises';
import { repeat, type Repeating } from '../../repeat.ts';
import { explainEnd } from '../book/explain-end.ts';
import type { StoryReader } from '../book/story-book.ts';
import type { StoryMembers } from '../book/story-members.ts';
import { answerSoon } from './answer-soon.ts';
import { findStories, type ViewedStories } from './find-stories.ts';
import { createStoryJoiner, type JoinerParts } from './join-stories.ts';
import { createOwnReading } from './own-reading.ts';
import { readStories } from './read-stories.ts';
import type { OwnStories } from './story-records.ts';

/** How often a process that doesn't join reads what is published, and how often while somebody waits for it. */
const READ_INTERVAL_MS = 250;
const WAIT_INTERVAL_MS = 50;

/** Taking over from a process that was killed takes minutes at most. After that, what is published has to do. */
const MOST_WAIT_MS = 10 * 60_000;

/** The dependencies of keeping stories. */
interface KeepStoriesParts extends Omit<JoinerParts, 'reading' | 'isStandIn'> {
  /** Whether this process joins the stories, or stands in while no other process does. Without, it only reads them. */
  readonly joins: boolean | 'stands in';
  /** Called once when answers lack the newest articles, because nobody has joined them for minutes. */
  readonly onLate: () => void;
  /** How long to wait for another process to join articles; ten minutes by default. */
  readonly mostWaitMs?: number;
}

/**
 * The stories of a store. One process at a time joins them and publishes them in the store, where all read them.
 * Without a start, nothing is published, and what isn't published is joined in memory.
 */
export interface KeptStories {
  /** Answers as of all articles that are stored when it is asked. */
  readonly settled: StoryReader;
  /** Answers within some milliseconds: with the published stories if there is no time to join the newest articles. */
  within(mostMs: number): StoryReader;
  /** Answers at once with the published stories, and hurries nobody to join the newest articles. */
  readonly published: StoryReader;
  /** Changes whenever an answer may be another. */
  readonly version: number;
  storyCount(): number;
  /** Begins to join or to read them. */
  start(): void;
  stop(): Promise<void>;
}

export function keepStories(parts: KeepStoriesParts): KeptStories {
  const { articles, records, joins, signal, mostWaitMs = MOST_WAIT_MS } = parts;
  const reading = readStories(records, signal);
  const own = createOwnReading(records);
  const joiner = createStoryJoiner({ ...parts, reading, isStandIn: joins === 'stands in' });
  let isStarted = false;
  let following: Repeating | undefined;
  /** Whether that was said, and holds still. */
  let isLate = false;

  const settled: StoryReader = {
    storiesOf: (ids, guildId) => explainEnd(signal, () => answer(ids, guildId)),
  };

  return {
    settled,
    within: (mostMs) =>
      answerSoon(
        { settled, published: findPublished, progress: () => joiner.book()?.progress },
        mostMs,
      ),
    published: {
      storiesOf: async (ids, guildId) => [...(await findPublished(ids, guildId)).stories],
    },
    get version() {
      return joiner.version() + reading.version + own.version;
    },
    storyCount: () =>
      reading.position === undefined ? (joiner.book()?.storyCount ?? 0) : reading.table.storyCount,
    start() {
      isStarted = true;
      if (joins) joiner.start();
      following = repeat(
        async () => {
          if (!joiner.isJoining()) await reading.catchUp();
        },
        READ_INTERVAL_MS,
        parts.onError,
      );
    },
    async stop() {
      await Promise.all([joiner.stop(), following?.stop()]);
    },
  };

  async function answer(
    ids: readonly string[],
    guildId: string | undefined,
  ): Promise<StoryMembers[]> {
    const cursor = await articles.cursor();
    const since = performance.now();
    let hasAsked = false;
    for (;;) {
      signal?.throwIfAborted();
      // Otherwise another process joins them.
      const joined = joins && (!isStarted || joiner.isJoining()) ? joiner.followed() : undefined;
      if (!joined?.hasJoined()) {
        await reading.catchUp();
        if (isUpTo(reading.position, cursor)) {
          isLate = false;
          const view = await own.read(guildId);
          if (!view || isUpTo(view.position, cursor)) return [...(await tell(ids, view)).stories];
          if (!joined && !hasAsked) await own.request(guildId!, cursor);
          hasAsked = true;
        }
      }
      if (joined) {
        if (guildId !== undefined) joiner.keepOwn(guildId);
        return await joined.storiesOf(ids, guildId);
      }
      if (reading.position !== undefined && performance.now() - since > mostWaitMs) {
        if (!isLate) parts.onLate();
        isLate = true;
        return [...(await findPublished(ids, guildId)).stories];
      }
      await sleep(WAIT_INTERVAL_MS, undefined, { ...(signal && { signal }), ref: false });
    }
  }

  async function findPublished(ids: readonly string[], guildId?: string): Promise<ViewedStories> {
    return tell(ids, await own.read(guildId));
  }

  async function tell(
    ids: readonly string[],
    view: OwnStories | undefined,
  ): Promise<ViewedStories> {
    // The table must not be of an earlier moment than the server's own stories.
    await reading.catchUp();
    return findStories(ids, reading.table, view?.stories);
  }
}

function isUpTo(position: number | undefined, cursor: number): boolean {
  return position !== undefined && position >= cursor;
}
