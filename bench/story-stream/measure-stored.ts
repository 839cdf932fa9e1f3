import { RECORDS } from '../../src/run/records.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { StoryBook } from '../../src/story/book/story-book.ts';
import { findStories } from '../../src/story/stored/find-stories.ts';
import { listChanges } from '../../src/story/stored/list-changes.ts';
import { takeOverStories } from '../../src/story/stored/publish-stories.ts';
import { readStories } from '../../src/story/stored/read-stories.ts';
import { partKeys, PUBLISHED } from '../../src/story/stored/story-records.ts';

/** What stored stories cost. Times are milliseconds of processor time. */
export interface StoredFigures {
  /** To publish all stories for the first time. */
  readonly publishMs: number;
  /** The characters of an article in the store. */
  readonly charsAnArticle: number;
  /** To read them all, and the memory that a process then has for each article. */
  readonly readMs: number;
  readonly bytesAnArticle: number;
  /** To find the stories of a day's articles. */
  readonly dayMs: number;
}

const NEVER = new AbortController().signal;

/** Publishes the stories of a book in a store in memory, and reads them as another process does. */
export async function measureStored(
  book: StoryBook,
  day: readonly string[],
  usedBytes: () => number,
): Promise<StoredFigures> {
  const store = await openStore('memory:', { records: RECORDS });
  const records = { parts: store.records('stories'), published: store.records('story-batches') };
  const publishMs = await cpuMs(async () => {
    const reading = readStories(records);
    const publisher = await takeOverStories(records, reading, NEVER);
    await publisher.publish(await listChanges(book.ids(), book, reading.table), 1);
  });
  const { batches } = (await records.published.get(PUBLISHED))!;
  let chars = 0;
  for (const key of batches.flatMap(partKeys))
    chars += JSON.stringify(await records.parts.get(key)).length;
  const before = usedBytes();
  const reading = readStories(records);
  const readMs = await cpuMs(() => reading.catchUp());
  const articles = [...reading.table.ids()].length;
  const bytesAnArticle = (usedBytes() - before) / articles;
  const dayMs = await cpuMs(async () => void findStories(day, reading.table));
  await store.close();
  return { publishMs, charsAnArticle: chars / articles, readMs, bytesAnArticle, dayMs };
}

async function cpuMs(work: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
