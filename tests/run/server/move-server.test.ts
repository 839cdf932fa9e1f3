import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followerId } from '../../../src/digest/follow.ts';
import { editionKey } from '../../../src/digest/edition.ts';
import { planRun, RUN_LIMITS } from '../../../src/digest/plan-run.ts';
import { subscriptionKey, type Subscription } from '../../../src/digest/subscription.ts';
import { HOST, sourceKey } from '../../../src/ingest/sources/source.ts';
import { exportServer, listServers } from '../../../src/run/server/export-server.ts';
import { importServer } from '../../../src/run/server/import-server.ts';
import { parseServerFile, type ServerFile } from '../../../src/run/server/server-file.ts';
import { buildFeed } from '../../support/build-source.ts';
import { buildEdition, buildSubscription } from '../../support/build-subscription.ts';
import { collect } from '../../support/collect.ts';
import { openTestStore, type TestStore } from '../../support/open-test-store.ts';

const GUILD = '100000000000000001';
const OTHER = '100000000000000002';
const NOW = new Date('2024-03-15T12:00:00.000Z');

const schedule = buildSubscription({ guildId: GUILD, roleId: '7' });
const edition = buildEdition({ guildId: GUILD });
const settings = {
  languages: ['de'],
  zone: 'Europe/Berlin',
  changedBy: '300',
  changedAt: '2024-03-01T00:00:00.000Z',
};
const feed = buildFeed({
  owner: GUILD,
  url: 'https://quay.example/feed.xml',
  name: 'Quay News',
  state: {
    etag: '"1"',
    contentHash: 'abc',
    lastPollAt: NOW.toISOString(),
    movedTo: 'https://quay.example/new.xml',
  },
});

describe('a server that moves', () => {
  let old: TestStore;
  let fresh: TestStore;
  beforeEach(async () => {
    old = await openTestStore();
    fresh = await openTestStore();
    await put(old, [
      schedule,
      buildSubscription({ guildId: OTHER }),
      buildSubscription({ guildId: followerId('300') }),
    ]);
    for (const each of [feed, buildFeed(), buildFeed({ owner: OTHER })]) {
      await old.records('sources').put(sourceKey(each), each);
    }
    for (const each of [edition, buildEdition({ guildId: OTHER, channelId: '201' })]) {
      await old.records('editions').put(editionKey(each), each);
    }
    await old.records('settings').put(GUILD, settings);
    await old.records('settings').put(OTHER, { ...settings, zone: 'Asia/Tokyo' });
    await old.records('entries').put(sourceKey(feed), { known: [], pending: [] });
  });
  afterEach(async () => {
    await old.close();
    await fresh.close();
  });

  const move = async (to = GUILD, now = NOW) => {
    const text = JSON.stringify(await exportServer(old, GUILD, NOW));
    return importServer(fresh, parseServerFile(text, 'a.json'), to, now);
  };

  it('takes along what is its own and nothing else', async () => {
    const { records } = await exportServer(old, GUILD, NOW);
    expect(records).toEqual({
      editions: { [editionKey(edition)]: edition },
      sources: { [sourceKey(feed)]: feed },
      settings: { [GUILD]: settings },
      subscriptions: { [subscriptionKey(schedule)]: schedule },
    });
    expect(await listServers(old)).toEqual([GUILD, OTHER]);
  });

  it('is known when it has nothing but settings', async () => {
    const third = '100000000000000003';
    await old.records('settings').put(third, settings);
    expect(await listServers(old)).toEqual([GUILD, OTHER, third]);
  });

  it('has its schedules, its settings, its feeds and what was told on the other host', async () => {
    const { skipped, kinds } = await move();
    expect(skipped).toEqual([]);
    expect(kinds.map(({ name, added }) => [name, added])).toEqual([
      ['edition', 1],
      ['feed', 1],
      ['settings record', 1],
      ['schedule', 1],
    ]);
    expect(await collect(fresh.records('settings').list())).toEqual([[GUILD, settings]]);
    expect(await collect(fresh.records('editions').list())).toEqual([
      [editionKey(edition), edition],
    ]);
    expect(await collect(fresh.records('subscriptions').list())).toEqual([
      [subscriptionKey(schedule), { ...schedule, changedAt: NOW.toISOString() }],
    ]);
  });

  it('has its feeds read from their beginning, where they are now', async () => {
    await move();
    const found = await fresh.records('sources').get(sourceKey(feed));
    const { id, url, name, owner, addedAt } = feed;
    expect(found).toEqual({
      id,
      url,
      name,
      owner,
      addedAt,
      state: {
        emptyAnswers: 0,
        recentCounts: [],
        movedTo: 'https://quay.example/new.xml',
        nextPollAt: NOW.toISOString(),
      },
    });
    expect(await collect(fresh.records('entries').list())).toEqual([]);
  });

  it('has its schedules and feeds looked at by the other bot, whatever this one had done', async () => {
    const servedAt = new Date(NOW.getTime() - 3 * 24 * 3_600_000).toISOString();
    await put(old, [{ ...schedule, servedAt }]);
    await move();
    const dueIn = async (kind: 'subscriptions' | 'sources') =>
      (await collect(fresh.records(kind).due(NOW))).map(([key]) => key);
    expect(await dueIn('subscriptions')).toEqual([subscriptionKey(schedule)]);
    expect(await dueIn('sources')).toEqual([sourceKey(feed)]);
  });

  it('is not posted what was due before', async () => {
    await move();
    const moved = (await fresh.records('subscriptions').get(subscriptionKey(schedule)))!;
    const limits = { ...RUN_LIMITS, graceMs: 12 * 3_600_000 };
    const plan = (subscription: Subscription) => planRun(subscription, undefined, NOW, limits).kind;
    expect([plan(schedule), plan(moved)]).toEqual(['run', 'wait']);
  });

  it('is imported twice without a change, also after managers have changed things', async () => {
    await move();
    const renamed = { ...schedule, name: 'Renamed' };
    await put(fresh, [renamed]);
    const before = await readAll(fresh);
    const { kinds, skipped } = await move(GUILD, new Date('2024-03-16T12:00:00.000Z'));
    expect(kinds.map(({ added, present }) => [added, present])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(skipped).toEqual([]);
    expect(await readAll(fresh)).toEqual(before);
  });

  it('is paused in another server, without a role, until somebody chooses a channel', async () => {
    const { kinds } = await move(OTHER);
    expect(kinds.map(({ added, left }) => [added, left])).toEqual([
      [0, 1],
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(await collect(fresh.records('settings').list())).toEqual([[OTHER, settings]]);
    const [[key, found]] = (await collect(fresh.records('subscriptions').list())) as [
      [string, Subscription],
    ];
    expect(key).toBe(`${OTHER}:sub-1`);
    expect(found).toMatchObject({
      guildId: OTHER,
      state: {
        kind: 'paused',
        by: 'manager',
        reason: expect.stringMatching(/\/schedule edit/) as string,
      },
    });
    expect(found.roleId).toBeUndefined();
    const [[sourceAt, source]] = (await collect(fresh.records('sources').list())) as [
      [string, typeof feed],
    ];
    expect(source.owner).toBe(OTHER);
    expect(sourceAt).toBe(sourceKey(source));
    expect(source.id).toBe(buildFeed({ owner: OTHER, url: feed.url }).id);
  });

  it('loses nothing by records that cannot be read or are of someone else, and names them', async () => {
    const file = await exportServer(old, GUILD, NOW);
    const host = buildFeed();
    const follow = buildSubscription({ guildId: followerId('300') });
    const foreign = buildEdition({ guildId: OTHER, channelId: '201' });
    const records: ServerFile['records'] = {
      subscriptions: {
        ...file.records['subscriptions'],
        [subscriptionKey(follow)]: follow,
        [`${GUILD}:bad`]: { id: 'bad' },
      },
      sources: {
        ...file.records['sources'],
        [sourceKey(host)]: host,
        [`${GUILD}:x`]: { ...feed, owner: HOST },
      },
      editions: { ...file.records['editions'], [editionKey(foreign)]: foreign },
      weather: { a: 1, b: 2 },
    };
    const { skipped, kinds } = await importServer(fresh, { guildId: GUILD, records }, GUILD, NOW);
    expect(skipped).toEqual([
      `editions ${editionKey(foreign)}: it is not of server ${GUILD}`,
      `sources ${sourceKey(host)}: it is not of server ${GUILD}`,
      `subscriptions ${subscriptionKey(follow)}: it is not of server ${GUILD}`,
      `subscriptions ${GUILD}:bad: it cannot be read`,
      'weather: 2, of a kind that this Dateline does not know',
    ]);
    expect(kinds.map(({ added }) => added)).toEqual([1, 1, 0, 1]);
    const owners = (await collect(fresh.records('sources').list())).map(([key]) => key);
    // A record that says that it is the host's becomes the server's, or is the one that the server has.
    expect(owners).toEqual([sourceKey(feed)]);
  });
});

describe('a server file', () => {
  it.each([
    ['no JSON', '{', 'is not a file that'],
    ['another JSON', '{"a":1}', 'is not a file that'],
    [
      'no records',
      JSON.stringify({ format: 'dateline-server', version: 1, dateline: '0.1.0' }),
      'damaged',
    ],
    [
      'a newer one',
      JSON.stringify({ format: 'dateline-server', version: 2, dateline: '9.0.0', shape: 'other' }),
      'a.json was written by a newer Dateline (9.0.0, format 2; this one knows 1). Update',
    ],
    [
      "one of a person's follows",
      JSON.stringify({
        format: 'dateline-server',
        version: 1,
        dateline: '0.1.0',
        exportedAt: NOW,
        guildId: '@300',
        records: {},
      }),
      'is not a file that',
    ],
  ])('that is %s is refused', (_what, text, message) => {
    expect(() => parseServerFile(text, 'a.json')).toThrow(message);
  });
});

async function put(store: TestStore, subscriptions: readonly Subscription[]): Promise<void> {
  for (const each of subscriptions) {
    await store.records('subscriptions').put(subscriptionKey(each), each);
  }
}

async function readAll(store: TestStore): Promise<unknown[]> {
  const kinds = ['subscriptions', 'settings', 'sources', 'editions'] as const;
  return Promise.all(kinds.map((kind) => collect(store.records(kind).list())));
}
