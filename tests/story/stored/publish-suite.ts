import * as fc from 'fast-check';
import { expect } from 'vitest';
import { StoryBook, type StoryReader } from '../../../src/story/book/story-book.ts';
import { findStories } from '../../../src/story/stored/find-stories.ts';
import { listChanges } from '../../../src/story/stored/list-changes.ts';
import { takeOverStories } from '../../../src/story/stored/publish-stories.ts';
import { readStories, type StoryReading } from '../../../src/story/stored/read-stories.ts';
import { partKeys, PUBLISHED, type StoryRecords } from '../../../src/story/stored/story-records.ts';
import { buildReports } from '../../support/build-reports.ts';
import { collect } from '../../support/collect.ts';
import { describeMembers } from '../../support/describe-members.ts';
import type { TestStore } from '../../support/open-test-store.ts';

export const REPORTS = buildReports(60);
const CHANGED = buildReports(60, 1);
export const IDS = REPORTS.map(({ id }) => id);
const NEVER = new AbortController().signal;

export type Records = Pick<StoryRecords, 'parts' | 'published'>;

export function recordsOf(store: Pick<TestStore, 'records'>): Records {
  return { parts: store.records('stories'), published: store.records('story-batches') };
}

/** Publishes what is otherwise in a book than in the store, as a process that has just taken over. */
export async function openPublisher(records: Records, book: StoryBook) {
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
export function readerOf(reading: StoryReading): StoryReader {
  return {
    async storiesOf(ids) {
      await reading.catchUp();
      return [...findStories(ids, reading.table).stories];
    },
  };
}

export function bookOf(articles: Iterable<Parameters<StoryBook['put']>[0]>): StoryBook {
  const book = new StoryBook();
  for (const article of articles) book.put(article);
  return book;
}

export const EXPECTED = await describeMembers(bookOf(REPORTS), IDS);

/** The keys of all stored parts, and those that the record names. */
export async function listKeys({ parts, published }: Records) {
  const { batches = [] } = (await published.get(PUBLISHED)) ?? {};
  const stored = (await collect(parts.list())).map(([key]) => key);
  return { stored, named: batches.flatMap(partKeys).toSorted(), batches: batches.length };
}

/**
 * Checks that published stories are those of a book that is joined anew, after any history, for whoever reads when.
 * `open` opens records that are empty.
 */
export async function checkHistories(open: () => Promise<Records>, numRuns: number): Promise<void> {
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
      const records = await open();
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
    { numRuns },
  );
}
