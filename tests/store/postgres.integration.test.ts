import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  describeServerBackup,
  describeServerRestore,
} from '../../src/store/backup/describe-server-backup.ts';
import { parseStoreUrl } from '../../src/store/engines/parse-store-url.ts';
import { openStore } from '../../src/store/open-store.ts';
import { buildArticle } from '../support/build-article.ts';
import { postgresIsAvailable, runSql, startPostgres } from '../support/local-postgres.ts';
import type { LocalServer } from '../support/local-server.ts';
import { testPolling } from '../ingest/feeds/poll-suite.ts';
import { describeChanges } from './change-suite.ts';
import { describeDue } from './due-suite.ts';
import { describeStore } from './store-suite.ts';

/** Whether PostgreSQL's own tools are here. A server may be on another machine. */
const hasTools = spawnSync('pg_restore', ['--version']).status === 0;

// Runs if TEST_POSTGRES_URL names a server or PostgreSQL is installed. Otherwise it is skipped.
describe.skipIf(!postgresIsAvailable)('with a PostgreSQL server', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  let count = 0;
  const createDatabase = async (options = ''): Promise<{ url: string; name: string }> => {
    const name = `dateline_test_${process.pid}_${++count}`;
    await runSql(server.url, `CREATE DATABASE ${name} ${options}`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return { url: url.href, name };
  };
  const dropDatabase = (name: string): Promise<void> =>
    runSql(server.url, `DROP DATABASE ${name} WITH (FORCE)`);

  const open = async () => {
    const { url, name } = await createDatabase();
    return { url, shared: true, remove: () => dropDatabase(name) };
  };
  describeStore('PostgreSQL', open);
  describeChanges('PostgreSQL', open);
  describeDue('PostgreSQL', open);
  testPolling('PostgreSQL', open);

  describe('a PostgreSQL server', () => {
    it('without the database gives an error with advice', async () => {
      const url = new URL(server.url);
      url.pathname = '/nowhere';
      await expect(openStore(url.href)).rejects.toThrow('has no database "nowhere". Create it');
    });

    it('whose database does not store UTF-8 is refused', async () => {
      const { url, name } = await createDatabase("ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
      await expect(openStore(url)).rejects.toThrow('does not keep UTF-8');
      await dropDatabase(name);
    });

    it('can be opened by several at once, for the first time', async () => {
      const { url, name } = await createDatabase();
      const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(url)));
      expect(stores.map(({ engine }) => engine)).toEqual(Array(6).fill('PostgreSQL'));
      await Promise.all(stores.map((store) => store.close()));
      await dropDatabase(name);
    });

    it('gives a lock to one process at a time, and takes it from one whose connection breaks', async () => {
      const { url, name } = await createDatabase();
      const [one, other] = await Promise.all([openStore(url), openStore(url)]);
      let lost!: AbortSignal;
      let end!: () => void;
      const held = one.locks.hold('channel:1', (signal) => {
        lost = signal;
        return new Promise<void>((resolve) => {
          end = resolve;
        });
      });
      const take = async () => (await other.locks.hold('channel:1', async () => 'work')).kind;
      await expect.poll(() => lost).toBeDefined();
      expect(await take()).toBe('taken');
      expect((await other.locks.hold('channel:2', async () => 'work')).kind).toBe('held');

      await runSql(
        server.url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
      );
      await expect.poll(() => lost.aborted).toBe(true);
      await expect.poll(() => take().catch(() => 'not connected')).toBe('held');
      end();
      expect((await held).kind).toBe('held');
      expect((await one.locks.hold('channel:1', async () => 'work')).kind).toBe('held');
      await Promise.all([one.close(), other.close()]);
      await dropDatabase(name);
    });

    it.skipIf(!hasTools)('is backed up and restored by the commands that are named', async () => {
      const { url, name } = await createDatabase();
      const folder = mkdtempSync(join(tmpdir(), 'dateline-dump-'));
      const file = join(folder, 'my dump');
      const address = parseStoreUrl(url) as Parameters<typeof describeServerBackup>[0];
      const run = (sentence: string): void => {
        execFileSync('sh', ['-c', sentence.slice(sentence.indexOf(': ') + 2)]);
      };
      const article = buildArticle();
      const store = await openStore(url);
      await store.articles.putMany([article], new Date(0));
      run(describeServerBackup(address, file));
      await store.articles.remove(article.id);
      await store.close();
      run(describeServerRestore(address, file));
      const restored = await openStore(url);
      expect(await restored.articles.get(article.id)).toMatchObject({ title: article.title });
      await restored.close();
      rmSync(folder, { recursive: true });
      await dropDatabase(name);
    });

    it('that drops its connections is reconnected to, without a crash', async () => {
      const { url, name } = await createDatabase();
      const store = await openStore(url);
      await store.articles.putMany([buildArticle()], new Date(0));
      await runSql(
        server.url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
      );
      await expect
        .poll(() => store.articles.get(buildArticle().id).catch(() => undefined))
        .toMatchObject({ id: buildArticle().id });
      await store.close();
      await dropDatabase(name);
    });
  });
});
