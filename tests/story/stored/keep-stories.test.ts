import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { StoryBook } from '../../../src/story/book/story-book.ts';
import { keepStories, type KeptStories } from '../../../src/story/stored/keep-stories.ts';
import { PUBLISHED } from '../../../src/story/stored/story-records.ts';
import { buildReports } from '../../support/build-reports.ts';
import { collect } from '../../support/collect.ts';
import { describeMembers } from '../../support/describe-members.ts';
import { openTestStore, type TestStore } from '../../support/open-test-store.ts';
import { listStoryRecords } from '../../../src/run/open-stories.ts';

const NOW = new Date('2026-03-20T00:00:00Z');
const REPORTS = buildReports(60);
const IDS = REPORTS.map(({ id }) => id);

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

/** The stories of one process of a bot, which ends after the test. */
function open(given: Partial<Parameters<typeof keepStories>[0]> = {}): KeptStories {
  const kept = keepStories({
    articles: store.articles,
    records: listStoryRecords(store),
    locks: store.locks,
    joins: true,
    isWritable: () => true,
    onError: (error) => {
      throw error;
    },
    onLate: () => undefined,
    ...given,
  });
  onTestFinished(() => kept.stop());
  return kept;
}

/** Those of a process that only reads, as it does while it runs. */
function openReader(given: Partial<Parameters<typeof keepStories>[0]> = {}): KeptStories {
  const reader = open({ joins: false, ...given });
  reader.start();
  return reader;
}

async function expectedOf(ids: readonly string[] = IDS, guildId?: string) {
  const book = new StoryBook();
  for await (const article of store.articles.iterate()) book.put(article);
  return describeMembers(book, ids, guildId);
}

const publishedAt = async (): Promise<number | undefined> =>
  (await store.records('story-batches').get(PUBLISHED))?.position;

/** Waits until everything that is stored is in published stories. */
const settle = () =>
  vi.waitFor(async () => expect(await publishedAt()).toBe(await store.articles.cursor()), 20_000);

/** Stores articles and publishes their stories by a process that has ended then. */
async function publish(articles: typeof REPORTS): Promise<void> {
  await store.articles.putMany(articles, NOW);
  const joiner = open();
  joiner.start();
  await settle();
  await joiner.stop();
}

describe('the stories of a store', () => {
  it('are those of all articles that are stored when a process asks that only reads', async () => {
    const reader = openReader();
    open().start();
    for (let from = 0; from < REPORTS.length; from += 20) {
      await store.articles.putMany(REPORTS.slice(from, from + 20), NOW);
      expect(await describeMembers(reader.settled, IDS)).toEqual(await expectedOf());
    }
    expect(await reader.settled.storiesOf(['unknown'])).toEqual([]);
    expect(reader.storyCount()).toBe((await expectedOf()).length);
  });

  it('are told as they are published to those who must not wait, and no article is read for them', async () => {
    await publish(REPORTS.slice(0, 30));
    const expected = await expectedOf();
    await store.articles.putMany(REPORTS.slice(30), NOW);
    const iterate = (): never => {
      throw new Error('articles are read');
    };
    const next = open({ articles: { ...store.articles, iterate } });
    expect(await describeMembers(next.published, IDS)).toEqual(expected);
  });

  it('keep their version while they are joined again after a start', async () => {
    await publish(REPORTS);
    let read = 0;
    let goOn!: () => void;
    const isLetOn = new Promise<void>((resolve) => (goOn = resolve));
    async function* iterate() {
      for await (const article of store.articles.iterate()) {
        if (read++ === 30) await isLetOn;
        yield article;
      }
    }
    const next = open({ articles: { ...store.articles, iterate } });
    onTestFinished(goOn);
    await next.published.storiesOf(IDS);
    const { version } = next;
    next.start();
    await vi.waitFor(() => expect(read).toBe(31));
    expect(next.version).toBe(version);
    goOn();
    await vi.waitFor(() => expect(next.version).not.toBe(version), 20_000);
  });

  it('are joined by one process, and by another one when that ends', async () => {
    const [first, second] = [open(), open()];
    await store.articles.putMany(REPORTS.slice(0, 30), NOW);
    first.start();
    await settle();
    second.start();
    expect(await describeMembers(second.settled, IDS)).toEqual(await expectedOf());
    const { by } = (await store.records('story-batches').get(PUBLISHED))!;
    await store.articles.putMany(REPORTS.slice(30, 40), NOW);
    await settle();
    expect((await store.records('story-batches').get(PUBLISHED))!.by).toBe(by);
    await first.stop();
    await store.articles.putMany(REPORTS.slice(40), NOW);
    await settle();
    expect((await store.records('story-batches').get(PUBLISHED))!.by).not.toBe(by);
    expect(await describeMembers(second.settled, IDS)).toEqual(await expectedOf());
  });

  it('are joined by one that stands in while nobody else does, until somebody does', async () => {
    const standIn = open({ joins: 'stands in', standInAfterMs: 0 });
    await store.articles.putMany(REPORTS.slice(0, 30), NOW);
    standIn.start();
    expect(await describeMembers(standIn.settled, IDS)).toEqual(await expectedOf());
    const { by } = (await store.records('story-batches').get(PUBLISHED))!;

    const first = open();
    first.start();
    const publisher = async () => (await store.records('story-batches').get(PUBLISHED))!.by;
    await vi.waitFor(async () => expect(await publisher()).not.toBe(by), 20_000);
    await store.articles.putMany(REPORTS.slice(30, 40), NOW);
    expect(await describeMembers(standIn.settled, IDS)).toEqual(await expectedOf());

    const second = await publisher();
    await first.stop();
    await store.articles.putMany(REPORTS.slice(40), NOW);
    expect(await describeMembers(standIn.settled, IDS)).toEqual(await expectedOf());
    expect(await publisher()).not.toBe(second);
  });

  it('are left to others by one that stands in for as long as one of them may be back soon', async () => {
    const standIn = open({ joins: 'stands in', standInAfterMs: 60_000 });
    await store.articles.putMany(REPORTS, NOW);
    standIn.start();
    const first = open();
    first.start();
    expect(await describeMembers(standIn.settled, IDS)).toEqual(await expectedOf());
    await first.stop();
    await store.articles.removeMany(IDS.slice(30));
    // Longer than a look at the lock takes to come.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await publishedAt()).toBeLessThan(await store.articles.cursor());
  });

  it('are joined in memory, and published nowhere, without a start', async () => {
    await store.articles.putMany(REPORTS, NOW);
    expect(await describeMembers(open().settled, IDS)).toEqual(await expectedOf());
    expect(await publishedAt()).toBeUndefined();
    expect(await collect(store.records('stories').list())).toEqual([]);
  });

  it('are answered without joining anything if all articles are in published ones', async () => {
    await store.articles.putMany(REPORTS, NOW);
    const first = open();
    first.start();
    await settle();
    await first.stop();
    const iterate = vi.fn<typeof store.articles.iterate>(() => store.articles.iterate());
    const second = open({ articles: { ...store.articles, iterate } });
    expect(await describeMembers(second.settled, IDS)).toEqual(await expectedOf());
    expect(iterate).not.toHaveBeenCalled();
  });

  it('are forgotten with their articles', async () => {
    await store.articles.putMany(REPORTS, NOW);
    const reader = openReader();
    open().start();
    await reader.settled.storiesOf(IDS);
    await store.articles.removeMany(IDS);
    expect(await reader.settled.storiesOf(IDS)).toEqual([]);
    expect(reader.storyCount()).toBe(0);
  });

  it('are told with what changed them for whoever keeps what depends on them', async () => {
    const reader = openReader();
    open().start();
    await store.articles.putMany(REPORTS.slice(0, 30), NOW);
    await reader.settled.storiesOf(IDS);
    const before = reader.version;
    await reader.settled.storiesOf(IDS);
    expect(reader.version).toBe(before);
    await store.articles.putMany(REPORTS.slice(30), NOW);
    await reader.settled.storiesOf(IDS);
    expect(reader.version).not.toBe(before);
  });

  it('are told as published, and that is said, if nobody has joined the newest for long', async () => {
    await store.articles.putMany(REPORTS.slice(0, 50), NOW);
    const joining = open();
    joining.start();
    await settle();
    await joining.stop();
    const expected = await expectedOf();
    await store.articles.putMany(REPORTS.slice(50), NOW);
    const onLate = vi.fn<() => void>();
    const reader = openReader({ mostWaitMs: 100, onLate });
    expect(await describeMembers(reader.settled, IDS)).toEqual(expected);
    expect(await describeMembers(reader.settled, IDS)).toEqual(expected);
    expect(onLate).toHaveBeenCalledTimes(1);
  });

  it('are not waited for when the process is to end', async () => {
    const ending = new AbortController();
    const reader = openReader({ signal: ending.signal });
    const asking = reader.settled.storiesOf(IDS);
    ending.abort(new Error('the end'));
    await expect(asking).rejects.toThrow('I am being stopped. Please ask again when I am back.');
  });

  it('are still answered while nothing can be stored', async () => {
    await store.articles.putMany(REPORTS, NOW);
    const joining = open({ isWritable: () => false });
    joining.start();
    expect(await describeMembers(joining.settled, IDS)).toEqual(await expectedOf());
    expect(await publishedAt()).toBeUndefined();
  });
});

describe('a server’s own articles', () => {
  const OWN = REPORTS.map((report, at) => (at % 10 === 3 ? { ...report, onlyFor: 'one' } : report));

  it('are in stories of that server’s view alone, in every process', async () => {
    const reader = openReader();
    open().start();
    for (let from = 0; from < OWN.length; from += 30) {
      await store.articles.putMany(OWN.slice(from, from + 30), NOW);
      for (const guildId of [undefined, 'one', 'two'])
        expect(await describeMembers(reader.settled, IDS, guildId)).toEqual(
          await expectedOf(IDS, guildId),
        );
    }
    const everyone = JSON.stringify(await describeMembers(reader.settled, IDS));
    const shown = OWN.filter(({ id, onlyFor }) => onlyFor !== undefined && everyone.includes(id));
    expect(shown).toEqual([]);
    // Nor are they stored anywhere but under their server.
    const parts = JSON.stringify(await collect(store.records('stories').list()));
    expect(OWN.filter(({ id, onlyFor }) => onlyFor !== undefined && parts.includes(id))).toEqual(
      [],
    );
    expect((await collect(store.records('own-stories').list())).map(([key]) => key)).toEqual([
      'one',
    ]);
    expect(await collect(store.records('own-story-requests').list())).toEqual([]);
  });

  it('leave nothing behind when they are removed, or belong to everyone', async () => {
    const reader = openReader();
    open().start();
    await store.articles.putMany(OWN, NOW);
    await reader.settled.storiesOf(IDS, 'one');
    await store.articles.putMany(REPORTS.slice(0, 30), NOW);
    await store.articles.removeMany(IDS.slice(30));
    expect(await describeMembers(reader.settled, IDS, 'one')).toEqual(
      await describeMembers(reader.settled, IDS),
    );
    expect(await collect(store.records('own-stories').list())).toEqual([]);
  });

  it('are in the published stories that the next start answers from', async () => {
    const first = open();
    first.start();
    await store.articles.putMany(OWN, NOW);
    await settle();
    const expected = await describeMembers(first.settled, IDS, 'one');
    await vi.waitFor(async () =>
      expect(await store.records('own-stories').get('one')).toHaveProperty('position'),
    );
    await first.stop();
    const iterate = vi.fn<typeof store.articles.iterate>(() => store.articles.iterate());
    const second = open({ articles: { ...store.articles, iterate } });
    expect(await describeMembers(second.settled, IDS, 'one')).toEqual(expected);
    expect(iterate).not.toHaveBeenCalled();
  });
});
