import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLinkTracer } from '../../../src/ingest/feeds/trace-link.ts';
import { sourceKey, type Source } from '../../../src/ingest/sources/source.ts';
import { buildFeed } from '../../support/build-source.ts';
import { openTestStore, type TestStore } from '../../support/open-test-store.ts';

const LINK = 'https://harbour.example/bridge';
const AT = '2024-03-14T08:00:00.000Z';
const NEAR = buildFeed();
const FAR = buildFeed({ url: 'https://agency.example/rss', name: 'Agency' });

let store: TestStore;
/** The keys of the memories that were read. */
let read: string[];
beforeEach(async () => {
  store = await openTestStore();
  read = [];
});
afterEach(() => store.close());

const trace = (link: string, guildId?: string) => {
  const memories = store.records('entries');
  const get = (key: string) => {
    read.push(key);
    return memories.get(key);
  };
  return createLinkTracer(store.records('sources'), { ...memories, get })(link, guildId);
};

async function add(source: Source, listed?: string): Promise<void> {
  await store.records('sources').put(sourceKey(source), source);
  if (listed === undefined) return;
  const known = { articleId: 'a1', page: listed, titleKey: '', digest: '', seenAt: AT };
  await store.records('entries').put(sourceKey(source), { known: [known], pending: [] });
}

describe('a link', () => {
  it('is looked for in the source of its site, and no further if it is there', async () => {
    await add(NEAR, LINK);
    await add(FAR, LINK);
    expect(await trace(LINK)).toMatchObject({ kind: 'listed', source: { name: 'Harbour Post' } });
    expect(read).toEqual([sourceKey(NEAR)]);
  });

  it('is looked for in all others if it is not, since feeds link to other sites', async () => {
    await add(NEAR);
    await add(FAR, LINK);
    expect(await trace(LINK)).toMatchObject({ kind: 'listed', source: { name: 'Agency' } });
    expect(read).toEqual([sourceKey(NEAR), sourceKey(FAR)]);
  });

  it('is not looked for in the sources of other servers', async () => {
    await add(buildFeed({ owner: '900' }), LINK);
    expect((await trace(LINK)).kind).toBe('no-source');
    expect((await trace(LINK, '100')).kind).toBe('no-source');
    expect((await trace(LINK, '900')).kind).toBe('listed');
  });
});
