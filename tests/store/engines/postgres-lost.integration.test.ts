import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { onAbort } from '../../../src/abort.ts';
import { buildArticle } from '../../support/build-article.ts';
import {
  postgresCanBeStopped,
  readSql,
  startOwnPostgres,
  type OwnPostgres,
} from '../../support/local-postgres.ts';
import { openTestStore, type TestStore } from '../../support/open-test-store.ts';
import { openPostgresProxy, type PostgresProxy } from '../../support/postgres-proxy.ts';

const LOCK_SESSIONS = `SELECT pid FROM pg_stat_activity WHERE query LIKE '%advisory%' AND pid <> pg_backend_pid()`;

// A server of its own, because these tests stop it.
describe.skipIf(!postgresCanBeStopped)('a PostgreSQL server that goes away', () => {
  let server: OwnPostgres;
  let proxy: PostgresProxy;
  let store: TestStore;
  beforeAll(async () => {
    server = await startOwnPostgres();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    proxy = await openPostgresProxy(server.url);
    store = await openTestStore(proxy.url);
  });
  afterEach(async () => {
    await store.close();
    await proxy.close();
  });

  describe.each(['fast', 'immediate'] as const)('in a %s shutdown', (mode) => {
    it.each([
      ['a transaction begins', ['BEGIN']],
      ['it writes', ['INSERT', 'articles:']],
      ['it ends', ['COMMIT']],
    ])('while %s, fails the transaction with advice, and only that', async (_, words) => {
      for (const when of ['before', 'after'] as const) {
        const article = buildArticle({
          title: `The server goes ${when} ${words.join(' ')}, ${mode}`,
        });
        const hold = proxy.hold(words, when);
        const writing = store.articles
          .putMany([article], new Date(0))
          .catch((error: unknown) => error);
        await hold.reached;
        await server.halt(mode);
        hold.release();
        const error = await writing;
        expect(error).toBeInstanceOf(UserError);
        expect(String(error)).toMatch(/cannot be reached/u);
        await server.resume();
        await store.articles.putMany([article], new Date(0));
        expect(await store.articles.get(article.id)).toMatchObject({ id: article.id });
      }
    });
  });

  it('frees its locks, which one new session then has', async () => {
    let again: Promise<string> | undefined;
    await store.locks.hold('one', async (lost) => {
      const gone = new Promise<void>((resolve) => void onAbort(lost, resolve));
      // As soon as the loss is known, before the old connection is closed.
      onAbort(lost, () => {
        again = store.locks
          .hold('two', async () => 'work')
          .then(
            ({ kind }) => kind,
            () => 'failed',
          );
      });
      await readSql(
        server.url,
        `SELECT pg_terminate_backend(pid) FROM (${LOCK_SESSIONS}) AS found`,
      );
      await gone;
    });
    expect(await again).toBe('held');
    for (const name of ['one', 'two', 'three'])
      expect((await store.locks.hold(name, async () => 'work')).kind).toBe('held');
    expect(await readSql(server.url, LOCK_SESSIONS)).toHaveLength(1);
  });

  it('is asked for many locks at once without a warning', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): void => void warnings.push(warning);
    process.on('warning', note);
    const names = Array.from({ length: 20 }, (_, count) => `channel:${count}`);
    const held = await Promise.all(names.map((name) => store.locks.hold(name, async () => 'work')));
    await new Promise(setImmediate);
    process.off('warning', note);
    expect(held.map(({ kind }) => kind)).toEqual(names.map(() => 'held'));
    expect(warnings).toEqual([]);
  });

  it('lets a store be closed while it is away', async () => {
    await store.locks.hold('one', async () => 'work');
    await server.halt('immediate');
    await expect(store.close()).resolves.toBeUndefined();
    await server.resume();
    store = await openTestStore(proxy.url);
  });
});
