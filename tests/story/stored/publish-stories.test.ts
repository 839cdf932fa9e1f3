import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RecordStore } from '../../../src/store/record-store.ts';
import { StoryBook } from '../../../src/story/book/story-book.ts';
import { ReplacedPublisherError } from '../../../src/story/stored/publish-stories.ts';
import { readStories } from '../../../src/story/stored/read-stories.ts';
import { PUBLISHED } from '../../../src/story/stored/story-records.ts';
import { describeMembers } from '../../support/describe-members.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import {
  bookOf,
  checkHistories,
  EXPECTED,
  IDS,
  listKeys,
  openPublisher,
  readerOf,
  recordsOf,
  REPORTS,
  type Records,
} from './publish-suite.ts';

async function openRecords(): Promise<Records> {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  return recordsOf(store);
}

describe('published stories', () => {
  it('are of several articles, some with one text', () => {
    expect(EXPECTED.length).toBeGreaterThan(4);
    expect(EXPECTED.length).toBeLessThan(40);
    expect(JSON.stringify(EXPECTED)).toMatch(/"longer":\["/);
  });

  it('are those of a book that is joined anew, after any history, for whoever reads when', () =>
    expect(checkHistories(openRecords, 30)).resolves.toBeUndefined());

  it('are that in a SQLite file, too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-stories-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    let count = 0;
    const checked = checkHistories(async () => {
      const store = await openTestStore(`sqlite:${join(folder, `${(count += 1)}.sqlite`)}`);
      onTestFinished(() => store.close());
      return recordsOf(store);
    }, 5);
    await expect(checked).resolves.toBeUndefined();
  });

  it('follow a book from which articles are removed', async () => {
    const records = await openRecords();
    const reading = readStories(records);
    const book = bookOf(REPORTS);
    const publish = await openPublisher(records, book);
    for (const id of IDS) {
      if (Number.parseInt(id.slice(0, 4), 16) % 2 === 0) book.remove(id);
      await publish();
      if (id === IDS[20]) await reading.catchUp();
    }
    const expected = await describeMembers(book, IDS);
    expect(expected.length).toBeGreaterThan(4);
    for (const each of [reading, readStories(records)])
      expect(await describeMembers(readerOf(each), IDS)).toEqual(expected);
    for (const id of IDS) book.remove(id);
    await publish();
    expect(await readerOf(reading).storiesOf(IDS)).toEqual([]);
    expect(reading.table.storyCount).toBe(0);
  });

  it('are written in proportion to what changed', async () => {
    const records = await openRecords();
    let written = 0;
    const parts: Records['parts'] = {
      ...records.parts,
      put: async (key, part) => {
        written += part.stories.flatMap(({ ids }) => ids).length;
        await records.parts.put(key, part);
      },
    };
    const book = new StoryBook();
    const publish = await openPublisher({ ...records, parts }, book);
    for (const report of REPORTS) {
      book.put(report);
      await publish();
    }
    const sizes = (await book.storiesOf(IDS)).map(({ articleIds }) => articleIds.length);
    // A story is written whole whenever it grows, and each article some times more by merges.
    const grown = sizes.reduce((sum, size) => sum + (size * (size + 1)) / 2, 0);
    expect(written).toBeLessThan(grown * Math.log2(REPORTS.length));
    written = 0;
    await publish();
    expect(written).toBe(0);
  });

  it('are all there or not at all, wherever a publisher is killed, and right after the next one', async () => {
    const [before, rest] = [REPORTS.slice(0, 45), REPORTS.slice(45)];
    const half = await describeMembers(bookOf(before), IDS);
    let isKilled = true;
    for (let writes = 0; isKilled; writes += 1) {
      const records = await openRecords();
      const book = new StoryBook();
      const first = await openPublisher(records, book);
      // So many batches that the next one is followed by a merge.
      for (let at = 0; at < 7; at += 1) {
        for (const article of before.slice(at * 7, at === 6 ? undefined : at * 7 + 7))
          book.put(article);
        await first();
      }
      const follower = readerOf(readStories(records));
      expect(await describeMembers(follower, IDS)).toEqual(half);
      for (const article of rest) book.put(article);
      isKilled = await openPublisher(dieAfter(records, writes), book)
        .then((publish) => publish())
        .then(
          () => false,
          () => true,
        );
      for (const reader of [follower, readerOf(readStories(records))]) {
        const found = await describeMembers(reader, IDS);
        expect([half, EXPECTED]).toContainEqual(found);
      }
      await (
        await openPublisher(records, bookOf(REPORTS))
      )();
      expect(await describeMembers(follower, IDS)).toEqual(EXPECTED);
      const { stored, named } = await listKeys(records);
      expect(stored).toEqual(named);
      expect(writes).toBeLessThan(100);
    }
  });

  it('cannot be published by whom another process has replaced', async () => {
    const records = await openRecords();
    const book = bookOf(REPORTS.slice(0, 30));
    const first = await openPublisher(records, book);
    await first();
    const second = await openPublisher(records, bookOf(REPORTS));
    book.put(REPORTS[40]!);
    await expect(first()).rejects.toThrow(ReplacedPublisherError);
    await second();
    expect(await describeMembers(readerOf(readStories(records)), IDS)).toEqual(EXPECTED);
    expect((await listKeys(records)).stored).toEqual((await listKeys(records)).named);
  });

  it.each([
    [
      'of another version of the rules',
      async ({ published }: Records) =>
        published.put(PUBLISHED, { ...(await published.get(PUBLISHED))!, rules: 999 }),
    ],
    [
      'of which a part is gone',
      async (records: Records) => records.parts.remove((await listKeys(records)).stored[0]!),
    ],
  ])('%s are not read, and are published anew', async (_, spoil) => {
    const records = await openRecords();
    const follower = readStories(records);
    await (
      await openPublisher(records, bookOf(REPORTS))
    )();
    await follower.catchUp();
    await spoil(records);
    const reading = readStories(records);
    await reading.catchUp();
    expect([reading.position, reading.table.storyCount]).toEqual([undefined, 0]);
    await (
      await openPublisher(records, bookOf(REPORTS))
    )();
    for (const each of [reading, follower])
      expect(await describeMembers(readerOf(each), IDS)).toEqual(EXPECTED);
    expect((await listKeys(records)).stored).toEqual((await listKeys(records)).named);
  });
});

/** Records whose writes fail from one of them on, as those of a process that is killed never come. */
function dieAfter({ parts, published }: Records, writes: number): Records {
  let left = writes;
  const live =
    <T extends unknown[], R>(write: (...given: T) => Promise<R>) =>
    async (...given: T): Promise<R> => {
      if (left-- <= 0) throw new Error('killed');
      return write(...given);
    };
  const guard = <T>(records: RecordStore<T>): RecordStore<T> => ({
    ...records,
    put: live((key: string, value: T) => records.put(key, value)),
    change: live((...given: Parameters<typeof records.change>) => records.change(...given)),
    remove: live((key: string) => records.remove(key)),
  });
  return { parts: guard(parts), published: guard(published) };
}
