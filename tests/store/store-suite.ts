import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../src/errors.ts';
import type { StoredArticle } from '../../src/store/article-store.ts';
import { createStore, type Store } from '../../src/store/create-store.ts';
import type { Engine } from '../../src/store/engines/engine.ts';
import { openEngine } from '../../src/store/engines/open-engine.ts';
import { parseStoreUrl } from '../../src/store/engines/parse-store-url.ts';
import { SCHEMA_VERSION } from '../../src/store/migrations/migrations.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { RecordTypes } from '../../src/store/record-table.ts';
import { buildArticle } from '../support/build-article.ts';
import { collect } from '../support/collect.ts';

/** A database to test a store on. */
export interface StoreUnderTest {
  readonly url: string;
  /** Whether the same URL, opened a second time, has the same data. False for a store in memory. */
  readonly shared: boolean;
  remove(): Promise<void>;
}

const noon = new Date('2024-03-14T12:00:00.000Z');
const later = new Date('2024-03-15T12:00:00.000Z');

/** Records of different kinds. The name of one namespace is a prefix of another's. */
const TABLE = {
  counts: z.object({ count: z.int() }),
  zones: z.object({ zone: z.string() }),
  edition: z.string(),
  editions: z.int(),
};

/** Tests a store on an engine. `create` makes an empty database. */
export function describeStore(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`a store on ${name}`, () => {
    let database: StoreUnderTest;
    let engine: Engine;
    let store: Store<RecordTypes<typeof TABLE>>;
    let skipped: string[];
    const onSkipped = (key: string, reason: string): void => void skipped.push(`${key}: ${reason}`);
    const open = () => openStore(database.url, { records: TABLE, onSkipped });
    /** Writes without the store, as another program or a later version might. */
    const writeRaw = (namespace: string, key: string, value: unknown) =>
      engine.keyv(namespace).set(key, value);

    beforeEach(async () => {
      database = await create();
      skipped = [];
      engine = await openEngine(parseStoreUrl(database.url));
      store = createStore(engine, { records: TABLE, onSkipped });
    });
    afterEach(async () => {
      await store.close();
      await database.remove();
    });

    describe('articles', () => {
      it('says how much room everything takes', async () => {
        expect(await store.measureBytes()).toBeGreaterThan(0);
      });

      it('returns what was stored, with the time when it was first seen', async () => {
        const article = buildArticle({ captions: [{ text: 'A bridge', credit: 'AFP' }] });
        expect(await store.articles.putMany([article], noon)).toEqual(['added']);
        expect(await store.articles.get(article.id)).toEqual({
          ...article,
          firstSeenAt: noon.toISOString(),
          updatedAt: noon.toISOString(),
        });
      });

      it('returns text of any kind unchanged', async () => {
        const text =
          'Zürich – “quoted”, \u0000 nul, \uD83C\uDF0D globe, \uD800 half a pair, \u202Eright to left';
        const article = buildArticle({ text, title: "Robert'); DROP TABLE entries;--" });
        await store.articles.putMany([article], noon);
        expect((await store.articles.get(article.id))?.text).toBe(text);
      });

      it('changes nothing if an article is stored again', async () => {
        const article = buildArticle();
        await store.articles.putMany([article], noon);
        const cursor = await store.articles.cursor();
        // The same content, with its fields in another order and one field explicitly undefined.
        const fields = [...Object.entries(article).toReversed(), ['url', undefined]];
        const again = Object.fromEntries(fields) as typeof article;
        expect(await store.articles.putMany([again], later)).toEqual(['unchanged']);
        expect(await store.articles.changesSince(cursor)).toEqual({ ids: [], cursor });
        expect((await store.articles.get(article.id))?.updatedAt).toBe(noon.toISOString());
      });

      it.each([
        ['text', { text: 'Another text.' }],
        ['a caption', { captions: [{ text: 'New' }] }],
        ['a url that was missing', { url: 'https://news.example/1' }],
      ])(
        'updates an article with a changed %s, and keeps the time when it was first seen',
        async (_what, change) => {
          const article = buildArticle();
          await store.articles.putMany([article], noon);
          expect(await store.articles.putMany([{ ...article, ...change }], later)).toEqual([
            'updated',
          ]);
          expect(await store.articles.get(article.id)).toEqual({
            ...article,
            ...change,
            firstSeenAt: noon.toISOString(),
            updatedAt: later.toISOString(),
          });
        },
      );

      it('stores an id that occurs more than once in one call in the given order', async () => {
        const article = buildArticle();
        const changed = { ...article, text: 'Changed.' };
        const outcomes = await store.articles.putMany([article, changed, changed], noon);
        expect(outcomes).toEqual(['added', 'updated', 'unchanged']);
        expect((await store.articles.get(article.id))?.text).toBe('Changed.');
      });

      it('reads many in the requested order, with undefined for those that do not exist', async () => {
        const articles = buildMany(200);
        await store.articles.putMany(articles, noon);
        const ids = ['none', ...articles.map(({ id }) => id).toReversed(), 'none'];
        const found = await store.articles.getMany(ids);
        expect(found.map((article) => article?.id)).toEqual([
          undefined,
          ...ids.slice(1, -1),
          undefined,
        ]);
        expect(await store.articles.getMany([])).toEqual([]);
      });

      it('iterates over every article once, beyond one batch', async () => {
        const articles = buildMany(700);
        await store.articles.putMany(articles, noon);
        const ids = (await collect(store.articles.iterate())).map(({ id }) => id);
        expect(ids.toSorted()).toEqual(articles.map(({ id }) => id).toSorted());
      });

      it('removes an article, and says whether there was one', async () => {
        const article = buildArticle();
        await store.articles.putMany([article], noon);
        expect(await store.articles.remove(article.id)).toBe(true);
        expect(await store.articles.remove(article.id)).toBe(false);
        expect(await store.articles.get(article.id)).toBeUndefined();
        expect(await collect(store.articles.iterate())).toEqual([]);
      });

      it('removes many that pass a test as they are stored now, and says which', async () => {
        const articles = buildMany(150);
        await store.articles.putMany(articles, noon);
        const cursor = await store.articles.cursor();
        const ids = articles.map(({ id }) => id);
        await store.articles.putMany([{ ...articles[3]!, text: 'Changed.' }], later);
        const wanted = ['none', ...ids.slice(0, 100), ids[0]!];
        const removed = await store.articles.removeMany(
          wanted,
          ({ updatedAt }) => updatedAt === noon.toISOString(),
        );
        const gone = ids.slice(0, 100).filter((_, at) => at !== 3);
        expect(removed.toSorted()).toEqual(gone.toSorted());
        const left = (await collect(store.articles.iterate())).map(({ id }) => id);
        expect(left.toSorted()).toEqual([ids[3]!, ...ids.slice(100)].toSorted());
        const { ids: changed } = await store.articles.changesSince(cursor);
        expect(changed.toSorted()).toEqual([...gone, ids[3]!].toSorted());
        expect(await store.articles.removeMany(gone)).toEqual([]);
      });

      it('says how large it is, and keeps all that it has when it gives space back', async () => {
        await store.articles.putMany(buildMany(200), noon);
        expect(await store.measureBytes()).toBeGreaterThan(0);
        await store.articles.removeMany(buildMany(150).map(({ id }) => id));
        await store.compact();
        expect(await collect(store.articles.iterate())).toHaveLength(50);
        expect(await store.measureBytes()).toBeGreaterThan(0);
      });

      it('can be written to after an iteration that was not finished', async () => {
        await store.articles.putMany(buildMany(300), noon);
        const articles = store.articles.iterate()[Symbol.asyncIterator]();
        await articles.next();
        await articles.return?.();
        expect(await store.articles.putMany([buildArticle({ title: 'One more' })], noon)).toEqual([
          'added',
        ]);
      });

      it('lets other work run while it stores or reads many', async () => {
        let turns = 0;
        let counting = true;
        const count = (): void => {
          turns += 1;
          if (counting) setImmediate(count);
        };
        setImmediate(count);
        await store.articles.putMany(buildMany(640), noon);
        expect(turns).toBeGreaterThanOrEqual(10);
        turns = 0;
        await collect(store.articles.iterate());
        expect(turns).toBeGreaterThanOrEqual(5);
        counting = false;
      });

      it('skips a corrupt article, reports it, and lets a new import replace it', async () => {
        const [first, second] = buildMany(2) as [StoredArticle, StoredArticle];
        await store.articles.putMany([first, second], noon);
        await writeRaw('articles', first.id, { title: 'from a later version' });
        expect(await store.articles.get(first.id)).toBeUndefined();
        const rest = await collect(store.articles.iterate());
        expect(rest.map(({ id }) => id)).toEqual([second.id]);
        expect(skipped).toEqual(
          Array(2).fill(`articles:${first.id}: it is not a readable article`),
        );
        expect(await store.articles.putMany([first], later)).toEqual(['added']);
        expect((await store.articles.get(first.id))?.text).toBe(first.text);
      });
    });

    describe('the journal', () => {
      it('returns the ids added, updated and removed after a cursor, each once', async () => {
        const [a, b, c] = buildMany(3) as [StoredArticle, StoredArticle, StoredArticle];
        expect(await store.articles.cursor()).toBe(0);
        await store.articles.putMany([a], noon);
        const cursor = await store.articles.cursor();
        await store.articles.putMany([b, c], noon);
        await store.articles.putMany([{ ...b, text: 'Changed.' }], noon);
        await store.articles.remove(c.id);
        const changes = await store.articles.changesSince(cursor);
        expect(changes.ids.toSorted()).toEqual([b.id, c.id].toSorted());
        expect(changes.cursor).toBe(await store.articles.cursor());
        expect(await store.articles.changesSince(changes.cursor)).toEqual({
          ids: [],
          cursor: changes.cursor,
        });
      });

      it('is shortened up to a cursor, and goes on from where it was', async () => {
        const articles = buildMany(6);
        for (const article of articles) await store.articles.putMany([article], noon);
        expect(await store.articles.trimJournal(0)).toBe(0);
        expect(await store.articles.trimJournal(4)).toBe(4);
        expect((await store.articles.changesSince(4)).ids).toEqual(
          articles.slice(4).map(({ id }) => id),
        );
        expect((await store.articles.changesSince(2)).all).toBe(true);
        // The newest entry stays: the next number follows from it.
        expect(await store.articles.trimJournal(1000)).toBe(1);
        const cursor = await store.articles.cursor();
        expect(cursor).toBe(6);
        await store.articles.remove(articles[0]!.id);
        expect(await store.articles.changesSince(cursor)).toEqual({
          ids: [articles[0]!.id],
          cursor: 7,
        });
      });

      it('stays bounded, and returns all ids to a follower that has fallen too far behind', async () => {
        await store.articles.putMany(buildMany(3), noon);
        // As after very many changes: the next line of the journal has a high number, and the oldest is removed.
        await writeRaw('journal', '0000000000012000', ['gone']);
        await writeRaw('journal', '0000000000002001', ['old']);
        await store.articles.putMany([buildArticle({ title: 'New' })], noon);
        expect(await engine.keyv('journal').get('0000000000002001')).toBeUndefined();
        const changes = await store.articles.changesSince(2);
        expect(changes.all).toBe(true);
        expect(changes.cursor).toBe(12_001);
        expect(changes.ids).toHaveLength(4);
      });

      it('has every id when several write at once', async () => {
        const other = database.shared ? await open() : store;
        const batches = Array.from({ length: 12 }, (_, at) => buildMany(10, `batch ${at}`));
        await Promise.all(
          batches.map((batch, at) => (at % 2 ? other : store).articles.putMany(batch, noon)),
        );
        const { ids, cursor } = await store.articles.changesSince(0);
        expect(ids.toSorted()).toEqual(
          batches
            .flat()
            .map(({ id }) => id)
            .toSorted(),
        );
        expect(cursor).toBe(12);
        if (other !== store) await other.close();
      });

      it('shows a follower everything, however reads and writes interleave', async () => {
        const reader = database.shared ? await open() : store;
        const seen = new Set<string>();
        let cursor = 0;
        let writing = true;
        const follow = async (): Promise<void> => {
          for (let more = true; more; more = writing) {
            const changes = await reader.articles.changesSince(cursor);
            for (const article of await reader.articles.getMany(changes.ids)) seen.add(article!.id);
            cursor = changes.cursor;
            await new Promise(setImmediate);
          }
        };
        const following = follow();
        const writers = [1, 2, 3].map(async (writer) => {
          for (let at = 0; at < 15; at += 1) {
            await store.articles.putMany(buildMany(2, `${writer} ${at}`), noon);
          }
        });
        await Promise.all(writers);
        writing = false;
        await following;
        await follow();
        expect(seen.size).toBe(90);
        if (reader !== store) await reader.close();
      });
    });

    describe('records', () => {
      it('puts, gets, replaces and removes', async () => {
        const records = store.records('counts');
        expect(await records.get('a')).toBeUndefined();
        await records.put('a', { count: 1 });
        await records.put('a', { count: 2 });
        expect(await records.get('a')).toEqual({ count: 2 });
        expect(await records.remove('a')).toBe(true);
        expect(await records.remove('a')).toBe(false);
        expect(await collect(records.list())).toEqual([]);
      });

      it('keeps namespaces apart, even if one name is a prefix of another', async () => {
        await store.records('edition').put('s:1', 'one');
        await store.records('editions').put('1', 2);
        expect(await collect(store.records('edition').list())).toEqual([['s:1', 'one']]);
        expect(await collect(store.records('editions').list())).toEqual([['1', 2]]);
      });

      it('lists by prefix in key order, including the prefix itself and odd characters', async () => {
        const records = store.records('editions');
        const keys = [
          'a',
          'a:1',
          'a:10',
          'a:2',
          'a_',
          'a%',
          'aä',
          'a\u{1F30D}',
          'b',
          'B',
          '[a',
          'a*',
        ];
        for (const [at, key] of keys.entries()) await records.put(key, at);
        const listed = async (prefix?: string): Promise<string[]> =>
          (await collect(records.list(prefix))).map(([key]) => key);
        expect(await listed('a:')).toEqual(['a:1', 'a:10', 'a:2']);
        expect(await listed('a')).toEqual(keys.filter((key) => key.startsWith('a')).toSorted());
        expect(await listed()).toEqual(keys.toSorted());
        expect(await listed('zzz')).toEqual([]);
      });

      it('lists more than one batch', async () => {
        const records = store.records('editions');
        const keys = Array.from({ length: 300 }, (_, at) => String(at).padStart(4, '0'));
        for (const [at, key] of keys.entries()) await records.put(key, at);
        expect(await collect(records.list())).toEqual(keys.map((key, at) => [key, at]));
      });

      it('lets exactly one of many claims succeed, and keeps its value', async () => {
        const other = database.shared ? await open() : store;
        const claims = Array.from({ length: 20 }, (_, at) =>
          (at % 2 ? other : store).records('editions').claim('slot', at),
        );
        const won = await Promise.all(claims);
        expect(won.filter(Boolean)).toHaveLength(1);
        expect(await store.records('editions').get('slot')).toBe(won.indexOf(true));
        if (other !== store) await other.close();
      });

      it('allows a removed key to be claimed again', async () => {
        const records = store.records('editions');
        await records.claim('slot', 1);
        await records.remove('slot');
        expect(await records.claim('slot', 2)).toBe(true);
        expect(await collect(records.list())).toEqual([['slot', 2]]);
      });

      it('skips a record that its schema does not accept, and reports it', async () => {
        const records = store.records('zones');
        await records.put('good', { zone: 'Europe/Berlin' });
        await writeRaw('zones', 'bad', { zone: 7 });
        expect(await records.get('bad')).toBeUndefined();
        expect(await collect(records.list())).toEqual([['good', { zone: 'Europe/Berlin' }]]);
        expect(skipped).toHaveLength(2);
        expect(skipped[0]).toContain('zones:bad: it has not the expected shape');
      });

      it('refuses a value that it could not read back, and stores nothing', async () => {
        const records = store.records('editions');
        const problem =
          /editions:slot was not stored, since it could not be read back: .* expected int/s;
        await expect(records.put('slot', 1.5)).rejects.toThrow(problem);
        await expect(records.claim('slot', 1.5)).rejects.toThrow(problem);
        await expect(records.put('slot', 1.5)).rejects.not.toBeInstanceOf(UserError);
        expect(await collect(records.list())).toEqual([]);
        expect(skipped).toEqual([]);
      });

      it.each(['', 'editions:1'])('refuses the key "%s"', async (key) => {
        await expect(store.records('editions').put(key, 1)).rejects.toThrow('cannot be a key');
        await expect(store.records('editions').claim(key, 1)).rejects.toThrow('cannot be a key');
      });
    });

    describe('that is opened again', () => {
      it('has everything that was stored, also if it is open twice at the same time', async (context) => {
        context.skip(!database.shared, 'its data does not outlive the process');
        await store.articles.putMany(buildMany(100), noon);
        await store.records('editions').put('a', 1);
        const other = await open();
        expect(await collect(other.articles.iterate())).toHaveLength(100);
        await other.close();
        await store.close();
        engine = await openEngine(parseStoreUrl(database.url));
        store = createStore(engine, { records: TABLE, onSkipped });
        expect(await collect(store.articles.iterate())).toHaveLength(100);
        expect(await store.records('editions').get('a')).toBe(1);
      });

      it('has the identity that it had, which no other store has', async (context) => {
        context.skip(!database.shared, 'its data does not outlive the process');
        const first = await openStore(database.url);
        const again = await openStore(database.url);
        const other = await openStore('memory:');
        expect(again.identity).toBe(first.identity);
        expect(first.identity).toMatch(/^[0-9a-f-]{36}$/);
        expect(other.identity).not.toBe(first.identity);
        for (const opened of [first, again, other]) await opened.close();
      });

      it('notices that another program emptied it', async (context) => {
        context.skip(!database.shared, 'its data does not outlive the process');
        const other = await open();
        await other.records('editions').put('a', 1);
        for (const namespace of ['schema', 'articles', 'editions', 'journal'])
          await engine.keyv(namespace).clear();
        await expect(other.records('editions').put('b', 1)).rejects.toThrow('emptied');
        await expect(other.articles.putMany(buildMany(1), noon)).rejects.toThrow('emptied');
        await expect(other.check()).rejects.toThrow('emptied');
        await other.close();
        const again = await open();
        await again.check();
        await again.close();
      });

      it('is refused if a newer version wrote it', async (context) => {
        context.skip(!database.shared, 'its data does not outlive the process');
        await writeRaw('schema', 'version', SCHEMA_VERSION + 1);
        await expect(open()).rejects.toThrow(
          `written by a newer Dateline (schema ${SCHEMA_VERSION + 1}, this one knows ${SCHEMA_VERSION}). Update Dateline`,
        );
        await writeRaw('schema', 'version', 'two');
        await expect(open()).rejects.toThrow('unreadable schema record');
      });

      it('is migrated if an older version wrote it, and loses nothing', async (context) => {
        context.skip(!database.shared, 'its data does not outlive the process');
        const first = await open();
        await first.articles.putMany(buildMany(3), noon);
        await first.records('editions').put('a', 1);
        await first.close();
        await writeRaw('schema', 'version', 1);
        const openTold = (outdated: 'migrate' | 'refuse') => {
          const sentences: string[] = [];
          const onMigration = (sentence: string): void => void sentences.push(sentence);
          const opened = openStore(database.url, { records: TABLE, outdated, onMigration });
          return { sentences, opened };
        };

        const refused = openTold('refuse');
        await expect(refused.opened).rejects.toThrow(
          `written by an older Dateline (schema 1, this one writes ${SCHEMA_VERSION}). The next start`,
        );
        expect(await engine.keyv('schema').get('version')).toBe(1);

        const { sentences, opened } = openTold('migrate');
        const migrated = await opened;
        expect(await collect(migrated.articles.iterate())).toHaveLength(3);
        expect(await migrated.records('editions').get('a')).toBe(1);
        await migrated.close();
        expect(await engine.keyv('schema').get('version')).toBe(SCHEMA_VERSION);
        expect(sentences[0]).toContain('schema 1) and is now changed');
        expect(sentences[1]).toMatch(/: \/.+\.backup \(dateline restore|pg_dump --|redis-cli -u /);
        expect(sentences.at(-1)).toBe(`The store has schema ${SCHEMA_VERSION}.`);
        const again = openTold('migrate');
        await (await again.opened).close();
        expect(again.sentences).toEqual([]);
      });
    });
  });
}

function buildMany(count: number, name = 'Report'): StoredArticle[] {
  return Array.from({ length: count }, (_, at) =>
    buildArticle({ title: `${name} ${at}` }),
  ) as StoredArticle[];
}
