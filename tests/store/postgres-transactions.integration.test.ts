import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/store/engines/engine.ts';
import { openEngine } from '../../src/store/engines/open-engine.ts';
import { parseStoreUrl } from '../../src/store/engines/parse-store-url.ts';
import { journalPrefix, journalSequence } from '../../src/store/journal.ts';
import { openStore } from '../../src/store/open-store.ts';
import { buildArticle } from '../support/build-article.ts';
import { collect } from '../support/collect.ts';
import { postgresIsAvailable, runSql, startPostgres } from '../support/local-postgres.ts';
import type { LocalServer } from '../support/local-server.ts';
import { createRandom } from '../support/random.ts';

const EARLY = new Date('2024-03-14T12:00:00.000Z');
const LATE = new Date('2024-03-15T12:00:00.000Z');

describe.skipIf(!postgresIsAvailable)('transactions of several processes on PostgreSQL', () => {
  let server: LocalServer;
  let url: string;
  let engines: Engine[];
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    await runSql(server.url, 'CREATE DATABASE transactions');
    const address = new URL(server.url);
    address.pathname = '/transactions';
    url = address.href;
    engines = [await openEngine(parseStoreUrl(url)), await openEngine(parseStoreUrl(url))];
  });
  afterEach(async () => {
    await Promise.all(engines.map((engine) => engine.close()));
    await runSql(server.url, 'DROP DATABASE transactions WITH (FORCE)');
  });

  it('lose no change, whichever rows they share, and number the journal without a gap', async () => {
    const keys = Array.from({ length: 12 }, (_, at) => `articles:${at}`);
    const random = createRandom(1);
    const rounds = Array.from({ length: 120 }, () => keys.filter(() => random() < 0.5));
    const added = new Map<string, number>(keys.map((key) => [key, 0]));
    const count = async (engine: Engine, chosen: readonly string[]): Promise<void> => {
      // As often in one order as in the other.
      const order = random() < 0.5 ? chosen : chosen.toReversed();
      await engine.transact(order, (values) => ({
        puts: order.map((key, at) => [key, String(Number(values[at] ?? 0) + 1)] as const),
        removes: [],
        changed: order,
      }));
      for (const key of chosen) added.set(key, added.get(key)! + 1);
    };
    await Promise.all(rounds.map((chosen, at) => count(engines[at % 2]!, chosen)));

    const stored = (await collect(engines[0]!.pages('articles:'))).flat();
    expect(new Map(stored.map(([key, value]) => [key, Number(value)]))).toEqual(added);
    const journal = (await collect(engines[0]!.pages(journalPrefix))).flat();
    const written = rounds.filter((chosen) => chosen.length > 0).length;
    expect(journal.map(([key]) => journalSequence(key))).toEqual(
      Array.from({ length: written }, (_, at) => at + 1),
    );
  });

  it('report an article as added once, whichever of them stores it first', async () => {
    const stores = await Promise.all([openStore(url), openStore(url)]);
    const articles = Array.from({ length: 40 }, (_, at) => buildArticle({ id: `story-${at}` }));
    const outcomes = await Promise.all([
      stores[0].articles.putMany(articles, EARLY),
      stores[1].articles.putMany(articles.toReversed(), LATE),
    ]);
    expect(outcomes.flat().filter((outcome) => outcome === 'added')).toHaveLength(40);
    expect(outcomes.flat().filter((outcome) => outcome === 'unchanged')).toHaveLength(40);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('let others go on while one waits for an article', async () => {
    const [one, other] = [await openStore(url), await openStore(url)];
    await one.articles.putMany([buildArticle({ id: 'held' })], EARLY);
    const holder = new Client({ connectionString: url });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT 1 FROM dateline_entries WHERE key = 'articles:held' FOR UPDATE`);
    let isStored = false;
    const waiting = one.articles
      .putMany([buildArticle({ id: 'held', text: 'Another text.' })], LATE)
      .then(() => (isStored = true));
    await expect
      .poll(async () => {
        const { rows } = await holder.query(
          `SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = 'transactions'`,
        );
        return (rows as { count: number }[])[0]!.count;
      })
      .toBe(1);

    const before = await other.articles.cursor();
    expect(await other.articles.putMany([buildArticle({ id: 'free' })], LATE)).toEqual(['added']);
    expect((await other.articles.changesSince(before)).ids).toEqual(['free']);
    expect(isStored).toBe(false);
    await holder.query('ROLLBACK');
    await waiting;
    expect((await other.articles.changesSince(before)).ids).toEqual(['free', 'held']);
    await Promise.all([holder.end(), one.close(), other.close()]);
  });

  it('show a follower each entry of the journal, however many write', async () => {
    const stores = await Promise.all([openStore(url), openStore(url), openStore(url)]);
    const [reader, ...writers] = stores;
    const seen = new Set<string>();
    let cursor = await reader.articles.cursor();
    let isDone = false;
    const following = (async () => {
      for (;;) {
        const isLast = isDone;
        const changes = await reader.articles.changesSince(cursor);
        expect(changes.all).toBeUndefined();
        for (const id of changes.ids) seen.add(id);
        cursor = changes.cursor;
        if (isLast) return;
      }
    })();
    await Promise.all(
      writers.flatMap(({ articles }, writer) =>
        Array.from({ length: 60 }, (_, at) =>
          articles.putMany([buildArticle({ id: `${writer}-${at}` })], EARLY),
        ),
      ),
    );
    isDone = true;
    await following;
    expect(seen.size).toBe(120);
    await Promise.all(stores.map((store) => store.close()));
  });
});
