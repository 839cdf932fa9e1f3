import { describe, expect, it } from 'vitest';
import { buildSource } from '../../../src/ingest/sources/build-source.ts';
import { HOST, sourceKey, sourceSchema } from '../../../src/ingest/sources/source.ts';
import { createSourcePoller } from '../../../src/ingest/feeds/poll-sources.ts';
import { createPageAttempts } from '../../../src/ingest/page-attempts.ts';
import { NO_OBSERVER } from '../../../src/observer.ts';
import { UnwritableStoreError } from '../../../src/store/store-fault.ts';
import { collect } from '../../support/collect.ts';
import { NOW } from '../../support/build-services.ts';
import { buildPage, buildProse, openPublisher, type Item } from '../../support/open-publisher.ts';

const WARN = 40;

const BRIDGE: Item = {
  title: 'Bridge opens',
  guid: 'bridge',
  page: '/bridge',
  text: buildProse('the bridge'),
};
const FERRY: Item = {
  title: 'Ferry late',
  guid: 'ferry',
  page: '/ferry',
  text: buildProse('the ferry'),
};
const TEASER: Item = { title: 'Dam holds', guid: 'dam', page: '/dam', teaser: 'It holds.' };

async function titlesOf(world: Awaited<ReturnType<typeof openPublisher>>): Promise<string[]> {
  return (await world.articles()).map(({ title }) => title);
}

describe('a poll while the store takes no writes', () => {
  it('does not take place, and afterwards nothing is lost', async () => {
    let isWritable = false;
    const world = await openPublisher({ isWritable: () => isWritable });
    world.publish([BRIDGE]);
    await world.poll();
    expect(world.fetched('/feed.xml')).toBe(0);
    isWritable = true;
    await world.poll();
    expect(await titlesOf(world)).toEqual(['Bridge opens']);
  });

  it('that was under way is done again at once, although its claim could not be given back', async () => {
    const world = await openPublisher();
    const { parts } = world;
    let isFull = true;
    const full = () => Promise.reject(new UnwritableStoreError('full', 'full'));
    let changes = 0;
    const polled: string[] = [];
    const poller = createSourcePoller({
      ...parts,
      isWritable: () => true,
      articles: {
        ...parts.articles,
        putMany: (...given) => (isFull ? full() : parts.articles.putMany(...given)),
      },
      claims: {
        ...parts.claims,
        // The claim itself still fits.
        change: (...given) => {
          changes += 1;
          return isFull && changes > 1 ? full() : parts.claims.change(...given);
        },
      },
      observer: { ...NO_OBSERVER, polled: (outcome) => polled.push(outcome) },
    });
    world.publish([BRIDGE]);
    await poller.pollDue();
    expect(await titlesOf(world)).toEqual([]);
    expect(await collect(parts.claims.list())).toHaveLength(1);
    expect(world.lines).toEqual([]);
    isFull = false;
    await poller.pollDue();
    expect(await titlesOf(world)).toEqual(['Bridge opens']);
    expect(await collect(parts.claims.list())).toEqual([]);
    expect(polled).toEqual(['read']);
  });
});

describe('an entry of a feed', () => {
  it('is stored once, under the name of the source', async () => {
    const world = await openPublisher();
    world.publish([BRIDGE]);
    await world.poll();
    world.publish([FERRY, BRIDGE]);
    const { state } = await world.poll();
    const articles = await world.articles();
    expect(articles.map(({ title, source }) => [title, source])).toEqual([
      ['Bridge opens', 'Harbour Post'],
      ['Ferry late', 'Harbour Post'],
    ]);
    expect(articles[0]?.text).toBe(BRIDGE.text);
    expect(state).toMatchObject({ emptyAnswers: 0, lastSuccessAt: state.lastPollAt });
    expect(sourceSchema.safeParse(await world.source()).data).toEqual(await world.source());
  });

  it.each([
    ['a new date', { date: 'Thu, 14 Mar 2024 09:00:00 GMT' }],
    ['another spelling of its link', { page: '/bridge?utm_source=rss' }],
    ['another link', { page: '/2024/bridge' }],
  ])('is not new because of %s', async (_what, change) => {
    const world = await openPublisher();
    world.publish([BRIDGE]);
    await world.poll();
    const before = await world.articles();
    world.publish([{ ...BRIDGE, ...change }]);
    await world.poll();
    expect(await world.articles()).toEqual(before);
  });

  it('updates its article if its text has changed', async () => {
    const world = await openPublisher();
    world.publish([BRIDGE]);
    await world.poll();
    const [before] = await world.articles();
    world.publish([{ ...BRIDGE, text: `${BRIDGE.text} It is late.` }]);
    await world.poll();
    const [after, ...others] = await world.articles();
    expect(others).toEqual([]);
    expect(after).toMatchObject({ id: before?.id, text: `${BRIDGE.text} It is late.` });
  });

  it('stays one article if its link and id change with its headline', async () => {
    const world = await openPublisher();
    world.publish([BRIDGE]);
    await world.poll();
    const [before] = await world.articles();
    world.publish([{ ...BRIDGE, guid: 'bridge-2', page: '/bridge-open' }]);
    await world.poll();
    const title = 'First cars cross the river';
    world.publish([{ ...BRIDGE, title, guid: 'bridge-3', page: '/first-cars' }]);
    await world.poll();
    await world.poll();
    const [after, ...others] = await world.articles();
    expect(others).toEqual([]);
    expect(after).toMatchObject({ id: before?.id, title, text: BRIDGE.text });
    expect(after?.url).toMatch(/\/first-cars$/u);
  });

  it('is another article if its id is used again', async () => {
    const world = await openPublisher();
    world.publish([{ ...BRIDGE, guid: 'top' }]);
    await world.poll();
    const [bridge] = await world.articles();
    world.publish([{ ...FERRY, guid: 'top', date: 'Thu, 14 Mar 2024 08:00:00 GMT' }]);
    await world.poll();
    await world.poll();
    const articles = await world.articles();
    expect(articles.map(({ title }) => title)).toEqual(['Bridge opens', 'Ferry late']);
    expect(articles[0]).toEqual(bridge);
  });

  it('is an article of its own even if another entry has the same link', async () => {
    const world = await openPublisher();
    world.publish([BRIDGE, { ...FERRY, page: '/bridge' }]);
    await world.poll();
    await world.poll();
    expect(await titlesOf(world)).toEqual(['Bridge opens', 'Ferry late']);
  });

  it('has the date of its feed if its page says only when it was changed', async () => {
    const world = await openPublisher();
    world.publish([{ ...TEASER, date: 'Mon, 11 Mar 2024 07:15:00 GMT' }]);
    const changed = '<meta property="article:modified_time" content="2024-03-12T08:15:00+01:00">';
    world.paths.set('/dam', { body: buildPage('Dam holds', buildProse('the dam'), changed) });
    await world.poll();
    expect((await world.articles())[0]?.publishedAt).toBe('2024-03-11T07:15:00.000Z');
  });

  it('is dropped in the end if its page is a notice with status 200', async () => {
    const world = await openPublisher();
    world.publish([TEASER]);
    const notice =
      'The page you are looking for cannot be found. It may have been moved or deleted. '.repeat(4);
    world.paths.set('/dam', { body: buildPage('Dam holds', notice) });
    for (let poll = 0; poll < 4; poll += 1) await world.poll();
    expect(await world.articles()).toEqual([]);
    expect((await world.source()).state.dropped).toMatchObject([
      { title: 'Dam holds', reason: expect.stringContaining('notice') },
    ]);
  });

  it('is stored only for one server if that server added the source', async () => {
    const world = await openPublisher();
    world.publish([BRIDGE]);
    await world.poll();
    const own = { ...(await world.source()), owner: '100', id: 'own' };
    await world.parts.sources.put('100:own', {
      ...own,
      state: { emptyAnswers: 0, recentCounts: [], nextPollAt: own.addedAt },
    });
    await world.poll();
    const articles = await world.articles();
    expect(new Set(articles.map(({ onlyFor }) => onlyFor))).toEqual(new Set(['100', undefined]));
    expect(new Set(articles.map(({ id }) => id)).size).toBe(2);
  });
});

it('detects the language of an article from its text, whatever the feed says', async () => {
  const world = await openPublisher();
  const text =
    'Der Stadtrat hat am Montag beschlossen, dass die alte Brücke über den Fluss noch vor dem Winter erneuert wird. '.repeat(
      5,
    );
  world.publish([{ ...BRIDGE, title: 'Die Brücke wird erneuert', text }]);
  await world.poll();
  expect((await world.articles()).map(({ lang }) => lang)).toEqual(['de']);
});

describe('a source that is read for the first time', () => {
  it('brings only its newest articles, also later', async () => {
    const world = await openPublisher({ newSourceArticles: 2 });
    const items = Array.from({ length: 5 }, (_, at): Item => ({
      title: `Report ${at}`,
      guid: `g${at}`,
      page: `/${at}`,
      text: buildProse(`road ${at}`),
      date: `0${at + 1} Mar 2024 08:00:00 GMT`,
    }));
    world.publish(items);
    await world.poll();
    expect(await titlesOf(world)).toEqual(['Report 3', 'Report 4']);
    world.publish([{ ...items[0]!, text: 'Changed.' }, ...items.slice(1)]);
    await world.poll();
    expect(await titlesOf(world)).toEqual(['Report 3', 'Report 4']);
  });
});

describe('an entry with only a teaser', () => {
  it('gets its text from its page, which is fetched once', async () => {
    const world = await openPublisher();
    world.publish([TEASER]);
    world.paths.set('/dam', { body: buildPage('Dam holds', buildProse('the dam')) });
    await world.poll();
    const [article] = await world.articles();
    expect(article).toMatchObject({
      title: 'Dam holds',
      text: buildProse('the dam'),
      source: 'Harbour Post',
      url: `${world.web.origin}/dam`,
      publishedAt: '2024-03-13T08:00:00.000Z',
    });
    await world.poll();
    expect(world.fetched('/dam')).toBe(1);
  });

  it('gets the canonical address of its page, and keeps it', async () => {
    const world = await openPublisher();
    const canonical = `<link rel="canonical" href="${world.web.origin}/reports/dam">`;
    world.publish([TEASER]);
    world.paths.set('/dam', { body: buildPage('Dam holds', buildProse('the dam'), canonical) });
    await world.poll();
    world.publish([{ ...TEASER, teaser: 'It holds, and more.' }]);
    await world.poll();
    const articles = await world.articles();
    expect(articles.map(({ url }) => url)).toEqual([`${world.web.origin}/reports/dam`]);
    expect(world.fetched('/dam')).toBe(2);
  });

  it('is stored with a long teaser as its text if robots.txt forbids its page', async () => {
    const world = await openPublisher();
    const teaser = buildProse('the dam', 60);
    world.publish([{ ...TEASER, teaser }]);
    world.paths.set('/robots.txt', { body: 'User-agent: *\nDisallow: /dam' });
    await world.poll();
    expect((await world.articles()).map(({ text }) => text)).toEqual([teaser]);
    expect(world.fetched('/dam')).toBe(0);
  });

  it('is tried again at the next polls if its page fails, then dropped with the reason', async () => {
    const world = await openPublisher();
    world.publish([TEASER], { etag: '"1"' });
    world.paths.set('/dam', { status: 503 });
    await world.poll();
    expect((await world.poll()).state.dropped).toBeUndefined();
    const { state } = await world.poll();
    expect(state.dropped).toMatchObject(
      [{ title: 'Dam holds', url: `${world.web.origin}/dam`, reason: /an internal error/u }].map(
        (each) => ({ ...each, reason: expect.stringMatching(each.reason) as string }),
      ),
    );
    await world.poll();
    expect(world.fetched('/dam')).toBe(3);
    expect(await world.articles()).toEqual([]);
  });

  it('is stored once its page can be read again', async () => {
    const world = await openPublisher();
    world.publish([TEASER]);
    world.paths.set('/dam', { status: 503 });
    await world.poll();
    world.paths.set('/dam', { body: buildPage('Dam holds', buildProse('the dam')) });
    const { state } = await world.poll();
    expect(await titlesOf(world)).toEqual(['Dam holds']);
    expect(state.dropped).toBeUndefined();
  });

  it('is dropped with the reason if reading its page ended the program before', async () => {
    const world = await openPublisher();
    world.publish([TEASER]);
    world.paths.set('/dam', { body: buildPage('Dam holds', buildProse('the dam')) });
    const died = createPageAttempts(world.pageAttempts, world.parts.now);
    await died.begin(`${world.web.origin}/dam`);
    world.wait(3_600_000);
    const { state } = await world.poll();
    expect(state.dropped).toMatchObject([
      { title: 'Dam holds', reason: expect.stringContaining('ended the program') as string },
    ]);
    expect(await world.articles()).toEqual([]);
  });

  it('leaves no record of an attempt once its page is read', async () => {
    const world = await openPublisher();
    world.publish([TEASER]);
    world.paths.set('/dam', { body: buildPage('Dam holds', buildProse('the dam')) });
    await world.poll();
    expect(await titlesOf(world)).toEqual(['Dam holds']);
    expect(await collect(world.pageAttempts.list())).toEqual([]);
  });

  it('waits for later polls if there are many, so that not all pages are requested at once', async () => {
    const world = await openPublisher({ newSourceArticles: 50 });
    const items = Array.from({ length: 25 }, (_, at) => ({
      ...TEASER,
      title: `Dam ${at}`,
      guid: `g${at}`,
      page: `/dam/${at}`,
    }));
    world.publish(items);
    for (const { title, page } of items) {
      world.paths.set(page, { body: buildPage(title, buildProse(title)) });
    }
    await world.poll();
    expect(await world.articles()).toHaveLength(20);
    await world.poll();
    expect(await world.articles()).toHaveLength(25);
  });
});

describe('a response', () => {
  it('of status 304 counts as a success', async () => {
    const world = await openPublisher();
    world.publish([BRIDGE], { etag: '"1"' });
    await world.poll();
    const { state } = await world.poll();
    expect(world.web.requests.at(-1)?.headers['if-none-match']).toBe('"1"');
    expect(state.failures).toBeUndefined();
    expect(state.lastSuccessAt).toBe(state.lastPollAt);
  });

  it('with the same bytes brings nothing new', async () => {
    const world = await openPublisher();
    world.publish([BRIDGE]);
    const before = await world.poll();
    const { state } = await world.poll();
    expect(world.fetched('/feed.xml')).toBe(2);
    expect(state).toMatchObject({
      contentHash: before.state.contentHash,
      recentCounts: before.state.recentCounts,
      lastSuccessAt: state.lastPollAt,
    });
  });

  it('of status 410 pauses the source for good, and managers are yet to be told', async () => {
    const world = await openPublisher();
    world.paths.set('/feed.xml', { status: 410 });
    const { paused } = await world.poll();
    expect(paused).toMatchObject({ reason: 'gone', untold: true });
    world.wait(86_400_000);
    await world.poller.pollDue();
    expect(world.fetched('/feed.xml')).toBe(1);
  });

  it('with a web page counts as a failure, with its reason', async () => {
    const world = await openPublisher();
    world.paths.set('/feed.xml', { body: buildPage('Home', buildProse('it')) });
    const { state } = await world.poll();
    expect(state.failures).toMatchObject({ count: 1, reason: 'not-a-feed' });
  });

  it('that redirects permanently moves later polls to the new address', async () => {
    const world = await openPublisher();
    world.paths.set('/feed.xml', { status: 301, headers: { location: '/new.xml' } });
    world.publish([BRIDGE]);
    world.paths.set('/new.xml', world.paths.get('/feed.xml')!);
    world.paths.set('/feed.xml', { status: 301, headers: { location: '/new.xml' } });
    expect((await world.poll()).state.movedTo).toBe(`${world.web.origin}/new.xml`);
    await world.poll();
    expect(world.fetched('/feed.xml')).toBe(1);
    expect(await titlesOf(world)).toEqual(['Bridge opens']);
  });
});

it('says in the log what is wrong without the address of the feed, which may contain a key', async () => {
  const world = await openPublisher();
  const keyed = buildSource({ url: `${world.url}/none?key=SECRET`, name: 'Keyed' }, HOST, NOW);
  await world.parts.sources.put(sourceKey(keyed), keyed);
  world.publish([BRIDGE]);
  await world.poller.pollDue();
  const warning = world.lines.find(({ source }) => source === 'Keyed');
  expect(warning).toMatchObject({ level: WARN, host: world.web.endpoint, health: 'failing' });
  expect(JSON.stringify(world.lines)).not.toContain('SECRET');
});

describe('a host that cannot be reached', () => {
  it('is polled less and less often, logged once, and loses no article', async () => {
    const world = await openPublisher();
    world.publish([BRIDGE]);
    await world.poll();
    const feed = world.paths.get('/feed.xml')!;
    world.paths.set('/feed.xml', { status: 500 });
    const waits: number[] = [];
    for (let at = 0; at < 3; at += 1) {
      const { state } = await world.poll();
      waits.push(Date.parse(state.nextPollAt) - Date.parse(state.lastPollAt!));
    }
    expect(waits).toEqual([300_000, 600_000, 1_200_000]);
    expect(world.lines.filter(({ level }) => level === WARN)).toHaveLength(1);
    world.paths.set('/feed.xml', feed);
    expect((await world.poll()).state.failures).toBeUndefined();
    expect(await titlesOf(world)).toEqual(['Bridge opens']);
  });

  it('shares one line of the log with many others', async () => {
    const world = await openPublisher();
    world.publish([BRIDGE]);
    const source = await world.source();
    for (let at = 0; at < 9; at += 1) {
      const unreachable = { ...source, id: `away${at}`, url: `https://away${at}.invalid/feed.xml` };
      await world.parts.sources.put(`host:away${at}`, unreachable);
    }
    await world.poll();
    const warnings = world.lines.filter(({ level }) => level === WARN);
    expect(warnings.map(({ msg }) => msg)).toEqual([
      '9 of 10 sources could not be reached: is there no network?',
    ]);
    expect(await titlesOf(world)).toEqual(['Bridge opens']);
  });
});

describe('an interrupted poll', () => {
  it('is repeated with the same result if its articles were stored but its state was not', async () => {
    const world = await openPublisher();
    world.publish([BRIDGE, FERRY]);
    const broken = createSourcePoller({
      ...world.parts,
      memories: { ...world.parts.memories, put: () => Promise.reject(new Error('killed')) },
    });
    await broken.pollDue();
    const before = await world.articles();
    expect(before).toHaveLength(2);
    expect((await world.source()).state.lastPollAt).toBeUndefined();
    const { state } = await world.poll();
    expect(await world.articles()).toEqual(before);
    expect(state.lastSuccessAt).toBeDefined();
  });

  it('leaves the source due if the poller was stopped', async () => {
    const world = await openPublisher();
    world.publish([BRIDGE]);
    world.poller.stop();
    await world.poller.pollDue();
    expect((await world.source()).state.lastPollAt).toBeUndefined();
    await createSourcePoller(world.parts).pollDue();
    expect(await titlesOf(world)).toEqual(['Bridge opens']);
  });

  it('is taken over by another process when its claim expires', async () => {
    const world = await openPublisher();
    world.publish([BRIDGE]);
    const { state } = await world.source();
    await world.parts.claims.claim(`${world.key}@${state.nextPollAt}`, {
      at: world.parts.now().toISOString(),
    });
    await world.poller.pollDue();
    expect(world.fetched('/feed.xml')).toBe(0);
    world.wait(30 * 60_000);
    await world.poller.pollDue();
    expect(await titlesOf(world)).toEqual(['Bridge opens']);
    expect(await collect(world.parts.claims.list())).toEqual([]);
  });
});

it('lets only one of two pollers on the same store poll', async () => {
  const world = await openPublisher();
  world.publish([BRIDGE]);
  const other = createSourcePoller(world.parts);
  await Promise.all([world.poller.pollDue(), other.pollDue()]);
  expect(world.fetched('/feed.xml')).toBe(1);
  expect(await collect(world.parts.claims.list())).toEqual([]);
});

it('forgets, at its first poll, sources that were removed before', async () => {
  const world = await openPublisher();
  world.publish([BRIDGE]);
  await world.poll();
  expect(await collect(world.parts.memories.list())).toHaveLength(1);
  await world.parts.sources.remove(world.key);
  const at = new Date(world.parts.now().getTime() - 3_600_000).toISOString();
  await world.parts.claims.claim(`${world.key}@x`, { at });
  await createSourcePoller(world.parts).pollDue();
  expect(await collect(world.parts.memories.list())).toEqual([]);
  expect(await collect(world.parts.claims.list())).toEqual([]);
});

it('stores nothing about a source that was removed while it was polled', async () => {
  const world = await openPublisher();
  world.publish([BRIDGE]);
  const { sources, fetcher } = world.parts;
  const poller = createSourcePoller({
    ...world.parts,
    fetcher: {
      async fetch(url, options) {
        await sources.remove(world.key);
        return fetcher.fetch(url, options);
      },
    },
  });
  await poller.pollDue();
  expect(world.fetched('/feed.xml')).toBe(1);
  expect(await collect(sources.list())).toEqual([]);
  expect(await collect(world.parts.memories.list())).toEqual([]);
});
