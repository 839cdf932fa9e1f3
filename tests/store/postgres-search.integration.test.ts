import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/create-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { buildArticle } from '../support/build-article.ts';
import { postgresIsAvailable, runSql, startPostgres } from '../support/local-postgres.ts';
import type { LocalServer } from '../support/local-server.ts';

const NOW = new Date('2024-03-14T12:00:00.000Z');
const name = 'searching';

describe.skipIf(!postgresIsAvailable)('the search of a PostgreSQL database', () => {
  let server: LocalServer;
  let url: string;
  let store: Store;
  let search: NonNullable<Store['search']>;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    await runSql(server.url, `CREATE DATABASE ${name}`);
    const address = new URL(server.url);
    address.pathname = `/${name}`;
    url = address.href;
    store = await openStore(url);
    search = store.search!;
  });
  afterEach(async () => {
    await store.close();
    await runSql(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
  });

  const put = (...articles: Parameters<typeof buildArticle>[0][]): Promise<unknown> =>
    store.articles.putMany(articles.map(buildArticle), NOW);
  const find = async (words: string): Promise<string[]> =>
    (await search.find({ words }))!.articles.map(({ id }) => id).toSorted();

  it('has nothing before it is asked for, and then all that is stored', async () => {
    await put({ id: 'a', text: 'A ferry sank.' }, { id: 'b', text: 'A storm came.' });
    expect(await search.isReady()).toBe(false);
    await expect(runSql(url, 'SELECT 1 FROM dateline_search')).rejects.toThrow('does not exist');

    await search.prepare();
    expect(await search.isReady()).toBe(true);
    expect(await find(`'ferri'`)).toEqual(['a']);
  });

  it('follows each change in its transaction, whichever process makes it', async () => {
    await search.prepare();
    const other = await openStore(url);
    await other.articles.putMany([buildArticle({ id: 'a', text: 'A ferry sank.' })], NOW);
    expect(await find(`'ferri'`)).toEqual(['a']);
    await other.articles.putMany([buildArticle({ id: 'a', text: 'A storm came.' })], NOW);
    expect(await find(`'ferri'`)).toEqual([]);
    expect(await find(`'storm'`)).toEqual(['a']);
    await other.articles.remove('a');
    expect(await find(`'storm'`)).toEqual([]);
    await other.close();
  });

  it('misses nothing that is stored, changed and removed while it is prepared', async () => {
    const ids = Array.from({ length: 450 }, (_, at) => `article-${String(at).padStart(3, '0')}`);
    await put(...ids.map((id) => ({ id, text: 'A ferry sank.' })));
    const other = await openStore(url);
    const preparing = search.prepare();
    const changed = ids.filter((_, at) => at % 3 === 0);
    const removed = ids.filter((_, at) => at % 3 === 1);
    const added = ['new-1', 'new-2'];
    await Promise.all([
      other.articles.putMany(
        changed.map((id) => buildArticle({ id, text: 'A storm came.' })),
        NOW,
      ),
      other.articles.removeMany(removed),
      other.articles.putMany(
        added.map((id) => buildArticle({ id, text: 'A storm came.' })),
        NOW,
      ),
    ]);
    await preparing;
    // What was removed while it was made searchable goes at the end of the next preparation at the latest.
    await search.prepare();
    expect(await find(`'storm'`)).toEqual([...changed, ...added].toSorted());
    expect(await find(`'ferri'`)).toEqual(ids.filter((_, at) => at % 3 === 2));
    await other.close();
  });

  it('ends at once if it is told to, also while an index is built, and goes on the next time', async () => {
    await put({ id: 'a', text: 'A ferry sank.' });
    await expect(search.prepare(AbortSignal.abort())).rejects.toThrow('aborted');
    await search.prepare();
    await runSql(url, 'DROP INDEX dateline_search_words');
    const writer = new Client({ connectionString: url });
    // Within a transaction, the activity would always look the same.
    const watcher = new Client({ connectionString: url });
    await Promise.all([writer.connect(), watcher.connect()]);
    await writer.query('BEGIN; LOCK TABLE dateline_search IN ROW EXCLUSIVE MODE');
    const ending = new AbortController();
    const preparing = search.prepare(ending.signal).catch((error: Error) => error.message);
    const building = `SELECT 1 FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX%' AND wait_event_type = 'Lock'`;
    await expect.poll(async () => (await watcher.query(building)).rowCount).toBe(1);
    ending.abort();
    expect(await preparing).toMatch('canceling statement');
    await writer.query('ROLLBACK');
    const valid = `SELECT 1 FROM pg_index WHERE indexrelid = to_regclass('dateline_search_words') AND indisvalid`;
    expect((await writer.query(valid)).rowCount).toBe(0);
    await search.prepare();
    expect((await writer.query(valid)).rowCount).toBe(1);
    await Promise.all([writer.end(), watcher.end()]);
  });

  it('describes articles again that other code has described', async () => {
    await search.prepare();
    await put({ id: 'a', text: 'A ferry sank.' });
    await runSql(url, `UPDATE dateline_search SET rules = 'old', words = ''`);
    await search.prepare();
    expect(await find(`'ferri'`)).toEqual(['a']);
  });

  it('starts again if the articles come from a backup', async () => {
    await put({ id: 'a', text: 'A ferry sank.' });
    await search.prepare();
    await runSql(
      url,
      `CREATE TABLE restored (LIKE dateline_entries INCLUDING ALL);
       INSERT INTO restored SELECT key, replace(value, 'ferry', 'storm') FROM dateline_entries;
       DROP TABLE dateline_entries; ALTER TABLE restored RENAME TO dateline_entries`,
    );
    expect(await search.isReady()).toBe(false);
    await search.prepare();
    expect(await find(`'ferri'`)).toEqual([]);
    expect(await find(`'storm'`)).toEqual(['a']);
  });

  it('narrows by date, publisher, language, country, server and URL', async () => {
    await search.prepare();
    const text = 'A ferry sank.';
    await put(
      { id: 'a', text, source: 'Harbour', publishedAt: '2024-03-01T00:00:00.000Z' },
      { id: 'b', text, source: 'Coast', publishedAt: '2024-03-02T00:00:00.000Z', lang: 'fr' },
      { id: 'c', text, onlyFor: '123', title: 'A ferry sinks in Norway', source: 'Own' },
      { id: 'd', text, onlyFor: '456', url: 'https://www.own.example/d?utm_source=x' },
    );
    const ids = async (conditions: Parameters<typeof search.find>[0]): Promise<string[]> =>
      (await search.find(conditions))!.articles.map(({ id }) => id).toSorted();
    const day = Date.parse('2024-03-02T00:00:00.000Z');
    expect(await ids({ until: day })).toEqual(['a']);
    expect(await ids({ from: day, until: day + 1 })).toEqual(['b']);
    expect(await ids({ wanted: { sources: ['Coast', 'Own'] } })).toEqual(['b', 'c']);
    expect(await ids({ unwanted: { sources: ['Coast', 'Own', 'Harbour'] } })).toEqual(['d']);
    expect(await ids({ wanted: { languages: ['fr'] } })).toEqual(['b']);
    expect(await ids({ wanted: { countries: ['NO'] } })).toEqual(['c']);
    expect(await ids({ visibleTo: { guildId: undefined } })).toEqual(['a', 'b']);
    expect(await ids({ visibleTo: { guildId: '123' } })).toEqual(['a', 'b', 'c']);
    expect(await ids({ pages: ['https://own.example/d'] })).toEqual(['d']);
    expect(await search.names('languages')).toEqual(['en', 'fr']);
    expect((await search.names('sources')).includes('Coast')).toBe(true);
    expect(await search.find({ words: `'ferri'` }, 1)).toMatchObject({
      total: 3,
      articles: [{ source: expect.any(String) as string }],
    });
  });

  it('takes texts of any kind, and no more of one than it can hold', async () => {
    await search.prepare();
    const odd = `It's a back\\slash, a quote: " and 'this', 1,200.5 \u{1F600} \ud800 العربية 東京で地震`;
    const long = Array.from({ length: 60_000 }, (_, at) => `word${at}`).join(' ');
    const wide = Array.from({ length: 900 }, (_, at) => `${at}${'x'.repeat(3000)}`).join(' ');
    await put({ id: 'odd', text: odd }, { id: 'long', text: long }, { id: 'wide', text: wide });
    expect(await find(`'back' & 'slash'`)).toEqual(['odd']);
    expect(await find(`'word7' <-> 'word8'`)).toEqual(['long']);
    expect(await search.isReady()).toBe(true);
  });
});
