import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RECORDS, type Records } from '../../../src/run/records.ts';
import type { Store } from '../../../src/store/create-store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { StoryBook } from '../../../src/story/book/story-book.ts';
import { keepStories, type KeptStories } from '../../../src/story/stored/keep-stories.ts';
import { partKeys, PUBLISHED } from '../../../src/story/stored/story-records.ts';
import { buildReports } from '../../support/build-reports.ts';
import { collect } from '../../support/collect.ts';
import { describeMembers } from '../../support/describe-members.ts';
import { postgresIsAvailable, runSql, startPostgres } from '../../support/local-postgres.ts';
import type { LocalServer } from '../../support/local-server.ts';
import { nodeArguments } from '../../support/node-arguments.ts';
import { createRandom } from '../../support/random.ts';
import { TEST_SEED } from '../../support/test-seed.ts';
import { checkHistories, listKeys, recordsOf } from './publish-suite.ts';
import { listStoryRecords } from '../../../src/run/open-stories.ts';

const CHILD = nodeArguments(join(import.meta.dirname, 'join-child.ts'));
const NOW = new Date('2026-03-20T00:00:00Z');
const KILLS = 10;
const AT_ONCE = 60;
const REPORTS = buildReports(AT_ONCE * KILLS);
const IDS = REPORTS.map(({ id }) => id);
const WAIT_MS = 60_000;

interface Joiner {
  readonly child: ChildProcess;
  /** The lines that it printed. */
  readonly lines: string[];
}

// Runs if TEST_POSTGRES_URL names a server or PostgreSQL is installed. Otherwise it is skipped.
describe.skipIf(!postgresIsAvailable)(
  `a process that joins stories and is killed (TEST_SEED=${TEST_SEED})`,
  { timeout: 3 * WAIT_MS },
  () => {
    const random = createRandom(TEST_SEED);
    const name = `dateline_stories_${process.pid}`;
    let server: LocalServer;
    let url: string;
    let store: Store<Records>;
    let reader: KeptStories;
    let joiners: Joiner[] = [];
    const errors: string[] = [];

    async function startJoiner(): Promise<void> {
      const child = spawn(process.execPath, [...CHILD, url], { stdio: ['ignore', 'pipe', 'pipe'] });
      const joiner: Joiner = { child, lines: [] };
      createInterface({ input: child.stdout }).on('line', (line) => joiner.lines.push(line));
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
      joiners.push(joiner);
      await vi.waitFor(() => expect(joiner.lines).toContain('ready'), WAIT_MS);
    }

    beforeAll(async () => {
      server = await startPostgres();
      await runSql(server.url, `CREATE DATABASE ${name}`);
      const database = new URL(server.url);
      database.pathname = `/${name}`;
      url = database.href;
      store = await openStore(url, { records: RECORDS });
      reader = keepStories({
        articles: store.articles,
        records: listStoryRecords(store),
        locks: store.locks,
        joins: false,
        isWritable: () => true,
        onError: (error) => errors.push(String(error)),
        onLate: () => undefined,
      });
      reader.start();
    }, 3 * WAIT_MS);
    afterAll(async () => {
      for (const { child } of joiners) child.kill('SIGKILL');
      await reader.stop();
      await store.close();
      await runSql(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await server.stop();
    });

    /** The stories of all stored articles in a book of their own. */
    async function joinAnew() {
      const book = new StoryBook();
      for await (const article of store.articles.iterate()) book.put(article);
      return describeMembers(book, IDS);
    }

    const points = Array.from({ length: KILLS }, (_, number) => ({
      number,
      line: 1 + Math.floor(random() * 4),
      waitMs: Number((random() * 4).toFixed(2)),
    }));

    it.each(points)(
      'is replaced by another one: $waitMs ms after line $line of publication $number',
      async ({ number, line, waitMs }) => {
        while (joiners.length < 2) await startJoiner();
        await vi.waitFor(
          () => expect(joiners.some(({ lines }) => lines.length > 1)).toBe(true),
          WAIT_MS,
        );
        const holder = joiners.find(({ lines }) => lines.length > 1)!;
        const before = holder.lines.length;
        await store.articles.putMany(REPORTS.slice(number * AT_ONCE, (number + 1) * AT_ONCE), NOW);
        await vi.waitUntil(() => holder.lines.length >= before + line, {
          timeout: WAIT_MS,
          interval: 1,
        });
        await new Promise((resolve) => setTimeout(resolve, waitMs));
        holder.child.kill('SIGKILL');
        await once(holder.child, 'exit');
        joiners = joiners.filter((each) => each !== holder);
        // Throws if an article is in two stories.
        await describeMembers(reader.within(0), IDS.slice(0, number * AT_ONCE));

        expect(await describeMembers(reader.settled, IDS)).toEqual(await joinAnew());
        // The other one publishes again what is otherwise in a book of its own.
        await vi.waitFor(() => expect(joiners[0]!.lines.length).toBeGreaterThan(1), WAIT_MS);
        await store.articles.putMany([{ ...REPORTS[0]!, title: `Edited ${number}` }], NOW);
        expect(await describeMembers(reader.settled, IDS)).toEqual(await joinAnew());
        expect(errors).toEqual([]);
      },
    );

    it('leaves nothing behind', async () => {
      await vi.waitFor(async () => {
        const { batches } = (await store.records('story-batches').get(PUBLISHED))!;
        const keys = (await collect(store.records('stories').list())).map(([key]) => key);
        expect(keys).toEqual(batches.flatMap(partKeys).toSorted());
      }, WAIT_MS);
    });

    it('publishes what a book has that is joined anew, after any history', async () => {
      for (const { child } of joiners) child.kill('SIGKILL');
      const records = recordsOf(store);
      const checked = checkHistories(async () => {
        for (const key of (await listKeys(records)).stored) await records.parts.remove(key);
        await records.published.remove(PUBLISHED);
        return records;
      }, 5);
      await expect(checked).resolves.toBeUndefined();
    });
  },
);
