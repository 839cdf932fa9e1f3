import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/config.ts';
import { editionKey, type Edition } from '../../../src/digest/edition.ts';
import { subscriptionKey } from '../../../src/digest/subscription.ts';
import { sourceKey } from '../../../src/ingest/sources/source.ts';
import { openApp, type App } from '../../../src/run/open-app.ts';
import { notePosition } from '../../../src/run/retention/trim-old-journal.ts';
import { KEEP } from '../../../src/store/record-store.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildDigest, buildDigestStory } from '../../support/build-digest.ts';
import { buildFeed } from '../../support/build-source.ts';
import { buildEdition, buildSubscription } from '../../support/build-subscription.ts';
import { collect } from '../../support/collect.ts';
import { collectLog } from '../../support/collect-log.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-01-01T12:00:00Z');

/** An app whose clock the test turns, in a folder of its own. */
describe('pruning the store of an app', () => {
  let folder: string;
  let app: App;
  let nowMs: number;
  const { log } = collectLog();
  const open = async (): Promise<App> => {
    const env = {
      STORE_URL: `sqlite:${join(folder, 'store.sqlite')}`,
      ARTICLE_FOLDERS: join(folder, 'inbox'),
      SOURCES: 'none',
    };
    const opened = await openApp(parseConfig(env), log, () => new Date(nowMs));
    await opened.load();
    return opened;
  };
  /** Stores articles of these names, each with words of its own, as published at the present. */
  const put = async (...names: string[]): Promise<void> => {
    const articles = names.map((name) =>
      buildArticle({
        id: name,
        title: `Report of ${name}`,
        text: `The ${name} of today. Somebody spoke about ${name} on Monday.`,
        url: `https://news.example/${name}`,
        publishedAt: new Date(nowMs).toISOString(),
      }),
    );
    await app.store.articles.putMany(articles, new Date(nowMs));
    await app.load();
  };
  const stored = async (): Promise<string[]> =>
    (await collect(app.store.articles.iterate())).map(({ id }) => id).toSorted();
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-prune-'));
    nowMs = START;
    app = await open();
  });
  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  it('removes what is older than the days that are kept, once', async () => {
    await put('ferry', 'storm');
    nowMs += 50 * DAY_MS;
    await put('budget');
    expect((await app.prune()).articles).toBe(0);
    nowMs += 41 * DAY_MS;
    expect((await app.prune()).articles).toBe(2);
    expect(await stored()).toEqual(['budget']);
    expect((await app.prune()).articles).toBe(0);
  });

  it('keeps what an edition quotes and names, as long as the edition is kept', async () => {
    await put('ferry', 'storm', 'dam', 'budget');
    const told = buildDigestStory({
      article: buildArticle({ id: 'ferry' }),
      storyId: 'storm',
      articleIds: ['storm', 'ferry', 'dam'],
    });
    const edition = buildEdition({
      slot: new Date(START).toISOString(),
      digest: buildDigest({ stories: [told] }),
    });
    const subscription = buildSubscription();
    await app.services.subscriptions.put(subscriptionKey(subscription), subscription);
    await app.services.editions.put(editionKey(edition), edition);
    nowMs += 91 * DAY_MS;
    expect(await app.prune()).toMatchObject({ articles: 2, editions: 0 });
    expect(await stored()).toEqual(['ferry', 'storm']);
    // Nobody can be shown the editions of a schedule that is no more.
    await app.services.subscriptions.remove(subscriptionKey(subscription));
    expect(await app.prune()).toMatchObject({ articles: 0, editions: 1 });
    expect(await app.prune()).toMatchObject({ articles: 2 });
    expect(await stored()).toEqual([]);
  });

  it('keeps all that an edition under way tells', async () => {
    await put('ferry', 'dam');
    const at = new Date(START).toISOString();
    const told = buildDigestStory({
      article: buildArticle({ id: 'ferry' }),
      storyId: 'ferry',
      articleIds: ['ferry', 'dam'],
    });
    const pending: Edition = buildEdition({
      digest: buildDigest({ stories: [told] }),
      state: { kind: 'pending', since: at, attempts: 1, retryAt: at },
    });
    await app.services.editions.put(editionKey(pending), pending);
    nowMs += 91 * DAY_MS;
    expect(await app.prune()).toMatchObject({ articles: 0, editions: 0 });
  });

  it('keeps the story that someone follows: the article that names it, and what was told of it', async () => {
    await put('ferry', 'dam', 'storm', 'budget');
    const follow = buildSubscription({ guildId: '@7', channelId: '70', storyId: 'ferry' });
    const told = buildDigestStory({
      article: buildArticle({ id: 'dam' }),
      storyId: 'ferry',
      articleIds: ['ferry', 'dam', 'storm'],
    });
    const edition = buildEdition({
      guildId: '@7',
      channelId: '70',
      slot: new Date(START).toISOString(),
      digest: buildDigest({ stories: [told] }),
    });
    await app.services.subscriptions.put(subscriptionKey(follow), follow);
    await app.services.editions.put(editionKey(edition), edition);
    nowMs += 91 * DAY_MS;
    await app.prune();
    expect(await stored()).toEqual(['dam', 'ferry', 'storm']);
  });

  it('keeps what a file of the article folders has, however old, and reads no file in a circle', async () => {
    const { mkdir } = await import('node:fs/promises');
    const path = join(folder, 'inbox', 'old.json');
    await mkdir(join(folder, 'inbox'));
    const article = { title: 'An old ferry', text: 'It sank.', date: '2019-03-01T00:00:00Z' };
    await writeFile(path, JSON.stringify([article]));
    await app.start();
    const [id] = await stored();
    nowMs += 400 * DAY_MS;
    expect(await app.prune()).toMatchObject({ articles: 0 });
    expect(await stored()).toEqual([id]);
    await rm(path);
    await app.close();
    app = await open();
    await app.start();
    expect(await app.prune()).toMatchObject({ articles: 1 });
    await app.close();
    app = await open();
    await app.start();
    expect(await stored()).toEqual([]);
  });

  it('takes removed articles out of the index and out of stories that go on', async () => {
    await put('flood');
    nowMs += 80 * DAY_MS;
    const again = buildArticle({
      id: 'later',
      title: 'Report of flood',
      text: 'The flood of today. Somebody spoke about flood on Monday.',
      publishedAt: new Date(nowMs).toISOString(),
    });
    await app.store.articles.putMany([again], new Date(nowMs));
    const [joined] = await app.services.stories.storiesOf(['later']);
    expect(joined?.articleIds).toEqual(['flood', 'later']);
    nowMs += 11 * DAY_MS;
    await app.prune();
    const [left] = await app.services.stories.storiesOf(['later']);
    expect(left).toMatchObject({ id: 'later', articleIds: ['later'], voices: ['later'] });
    expect(await app.services.stories.storiesOf(['flood'])).toEqual([]);
  });

  it('forgets the entries of feeds that are not read any more, and long failed pages', async () => {
    const source = buildFeed();
    const memory = { known: [], pending: [] };
    await app.sources.put(sourceKey(source), source);
    const memories = app.store.records('entries');
    await memories.put(sourceKey(source), memory);
    await memories.put('host:gone', memory);
    const attempts = app.store.records('page-attempts');
    await attempts.put('old', { at: new Date(START).toISOString() });
    nowMs += 91 * DAY_MS;
    await attempts.put('new', { at: new Date(nowMs).toISOString() });
    expect(await app.prune()).toMatchObject({ entries: 1, pageAttempts: 1 });
    expect((await collect(memories.list())).map(([key]) => key)).toEqual([sourceKey(source)]);
    expect((await collect(attempts.list())).map(([key]) => key)).toEqual(['new']);
  });

  it('shortens the journal to the days that are kept', async () => {
    await put('ferry');
    await app.prune();
    const then = await app.store.articles.cursor();
    nowMs += 50 * DAY_MS;
    await put('storm');
    await app.prune();
    nowMs += 41 * DAY_MS;
    await put('dam');
    expect((await app.prune()).journal).toBe(then);
    expect((await app.store.articles.changesSince(0)).all).toBe(true);
    expect((await app.store.articles.changesSince(then)).ids).toContain('storm');
  });
});

describe('a note on where the journal is', () => {
  const edge = new Date(START);
  const at = (days: number): string => new Date(START + days * DAY_MS).toISOString();
  const note = (present: readonly { at: string; cursor: number }[], days: number) =>
    notePosition(present, 9, { edge, now: new Date(START + days * DAY_MS) });

  it('is made once a day', () => {
    expect(note([{ at: at(1), cursor: 3 }], 1.5)).toBe(KEEP);
    expect(note([{ at: at(1), cursor: 3 }], 2)).toEqual([
      { at: at(1), cursor: 3 },
      { at: at(2), cursor: 9 },
    ]);
  });

  it('leaves of the old ones the newest', () => {
    const old = [-3, -2, -1].map((days) => ({ at: at(days), cursor: 4 + days }));
    expect(note(old, 5)).toEqual([
      { at: at(-1), cursor: 3 },
      { at: at(5), cursor: 9 },
    ]);
  });

  it('is not waited for if the clock was ahead', () => {
    expect(note([{ at: at(400), cursor: 3 }], 5)).toEqual([{ at: at(5), cursor: 9 }]);
  });
});
