import { expect, it, onTestFinished } from 'vitest';
import { pauseSource } from '../../../src/ingest/sources/plan-poll.ts';
import { nameSource, sourceKey, type Source } from '../../../src/ingest/sources/source.ts';
import { storeHostSources } from '../../../src/ingest/sources/store-host-sources.ts';
import { buildFeed } from '../../support/build-source.ts';
import { NOW } from '../../support/build-services.ts';
import { collect } from '../../support/collect.ts';
import { openTestStore } from '../../support/open-test-store.ts';

const listed = { name: 'Harbour Post', url: 'https://harbour.example/feed.xml' };
const later = new Date(NOW.getTime() + 1000);

/** Opens a store that contains these sources. */
async function openSources(...stored: readonly Source[]) {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const records = store.records('sources');
  for (const source of stored) await records.put(sourceKey(source), source);
  const list = async () => (await collect(records.list())).map(([, source]) => source);
  return { records, list };
}

it('adds new sources, leaves known ones, and removes those that are no longer listed', async () => {
  const known = buildFeed();
  const other = buildFeed({ url: 'https://other.example/rss', name: 'Other' });
  const { records, list } = await openSources(known, other);
  await storeHostSources([listed, { name: 'N', url: 'https://n.example/' }], records, later);
  const stored = await list();
  expect(stored.map(({ name }) => name).toSorted()).toEqual(['Harbour Post', 'N']);
  expect(stored).toContainEqual(known);
});

it('does not touch the sources of servers', async () => {
  const own = buildFeed({ owner: '100', id: 'own' });
  const { records, list } = await openSources(own);
  await storeHostSources([], records, later);
  expect(await list()).toEqual([own]);
});

it('updates the description and keeps the state of polling', async () => {
  const known = pauseSource(buildFeed({ state: { etag: '"a"' } }), NOW);
  const { records, list } = await openSources(known);
  await storeHostSources([{ ...listed, name: 'The Post', lang: 'en' }], records, later);
  expect(await list()).toEqual([{ ...known, name: 'The Post', lang: 'en' }]);
});

it('keeps what a poll stores in the meantime', async () => {
  const known = buildFeed();
  const { records, list } = await openSources(known);
  const poll = (source: Source = known) => ({
    ...source,
    state: { ...source.state, etag: '"new"' },
  });
  await Promise.all([
    storeHostSources([{ ...listed, name: 'The Post' }], records, later),
    records.change(sourceKey(known), poll),
  ]);
  expect(await list()).toMatchObject([{ name: 'The Post', state: { etag: '"new"' } }]);
});

it('keeps the name that a feed gave itself if the list names none', async () => {
  const unnamed = { name: 'harbour.example', isUnnamed: true, url: listed.url } as const;
  const { records, list } = await openSources();
  await storeHostSources([unnamed], records, later);
  const [fresh] = await list();
  const named = nameSource(fresh!, 'Harbour Post');
  await records.put(sourceKey(named), named);
  await storeHostSources([unnamed], records, later);
  expect(await list()).toEqual([named]);
});

it('adds a feed that is listed twice once, under its first name', async () => {
  const { records, list } = await openSources();
  await storeHostSources([listed, { ...listed, name: 'Again' }], records, later);
  expect((await list()).map(({ name }) => name)).toEqual(['Harbour Post']);
});
