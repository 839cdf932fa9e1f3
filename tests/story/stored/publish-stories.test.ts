import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoryBook, type StoryReader } from '../../../src/story/book/story-book.ts';
import { findStories } from '../../../src/story/stored/find-stories.ts';
import { listChanges } from '../../../src/story/stored/list-changes.ts';
import {
  ReplacedPublisherError,
  takeOverStories,
} from '../../../src/story/stored/publish-stories.ts';
import { readStories, type StoryReading } from '../../../src/story/stored/read-stories.ts';
import { partKeys, PUBLISHED, type StoryRecords } from '../../../src/story/stored/story-records.ts';
import type { RecordStore } from '../../../src/store/record-store.ts';
import { buildReports } from '../../support/build-reports.ts';
import { collect } from '../../support/collect.ts';
import { describeMembers } from '../../support/describe-members.ts';
import { openTestStore } from '../../support/open-test-store.ts';

const REPORTS = buildReports(60);
const CHANGED = buildReports(60, 1);
const IDS = REPORTS.map(({ id }) => id);
const NEVER = new AbortController().signal;

type Records = Pick<StoryRecords, 'parts' | 'published'>;

async function openRecords(): Promise<Records> {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  return { parts: store.records('stories'), published: store.records('story-batches') };
}

/** Publishes what is otherwise in a book than in the store, as a process that has just taken over. */
async function openPublisher(records: Records, book: StoryBook) {
  const reading = readStories(records);
  const publisher = await takeOverStories(records, reading, NEVER);
  let position = 0;
  let isBehind = true;
  return async (): Promise<void> => {
    await book.settle();
    const changed = book.takeChanged();
    const ids = isBehind ? [...book.ids(), ...reading.table.ids()] : changed;
    await publisher.publish(await listChanges(ids, book, reading.table), (position += 1));
    isBehind = false;
  };
}

/** The stories of a reading that is brought up to date for each question. */
function readerOf(reading: StoryReading): StoryReader {
  return {
    async storiesOf(ids) {
      await reading.catchUp();
      return [...findStories(ids, reading.table).stories];
    },
  };
}

function bookOf(articles: Iterable<Parameters<StoryBook['put']>[0]>): StoryBook {
  const book = new StoryBook();
  for (const article of articles) book.put(article);
  return book;
}

const EXPECTED = await describeMembers(bookOf(REPORTS), IDS);

/** The keys of all stored parts, and those that the record names. */
async function listKeys({ parts, published }: Records) {
  const { batches = [] } = (await published.get(PUBLISHED)) ?? {};
  const stored = (await collect(parts.list())).map(([key]) => key);
  return { stored, named: batches.flatMap(partKeys).toSorted(), batches: batches.length };
}

describe('published stories', () => {
  it('are of several articles, some with one text', () => {
    expect(EXPECTED.length).toBeGreaterThan(8);
    expect(EXPECTED.length).toBeLessThan(40);
    expect(JSON.stringify(EXPECTED)).toMatch(/"longer":\["/);
  });

  it('are those of a book that is joined anew, after any history, for whoever reads when', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('put'), at: fc.nat(59) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('change'), at: fc.nat(59) }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('publish'), at: fc.nat(59) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('read'), at: fc.nat(59) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart'), at: fc.nat(59) }) },
    );
    const order = fc.shuffledSubarray([...REPORTS], { minLength: REPORTS.length });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), order, async (steps, rest) => {
        const records = await openRecords();
        const reading = readStories(records);
        let book = new StoryBook();
        let publish = await openPublisher(records, book);
        const articles = new Map<string, (typeof REPORTS)[0]>();
        for (const { kind, at } of steps) {
          if (kind === 'put' || kind === 'change') {
            const article = (kind === 'put' ? REPORTS : CHANGED)[at]!;
            articles.set(article.id, article);
            book.put(article);
          } else if (kind === 'publish') await publish();
          else if (kind === 'read') await reading.catchUp();
          else {
            book = bookOf(articles.values());
            publish = await openPublisher(records, book);
          }
        }
        for (const article of rest) book.put(article);
        await publish();
        for (const each of [reading, readStories(records)])
          expect(await describeMembers(readerOf(each), IDS)).toEqual(EXPECTED);
        const { stored, named, batches } = await listKeys(records);
        expect(stored).toEqual(named);
        expect(batches).toBeLessThan(20);
      }),
      { numRuns: 30 },
    );
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
    expect(expected.length).toBeGreaterThan(5);
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
