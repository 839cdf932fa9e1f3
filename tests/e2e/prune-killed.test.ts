import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editionKey } from '../../src/digest/edition.ts';
import { subscriptionKey } from '../../src/digest/subscription.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { createFollower, type Follower } from '../../src/index/follow-articles.ts';
import { RECORDS, type Records } from '../../src/run/records.ts';
import type { Store } from '../../src/store/create-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { buildDigest, buildDigestStory } from '../support/build-digest.ts';
import { buildManyArticles } from '../support/build-many-articles.ts';
import { buildEdition, buildSubscription } from '../support/build-subscription.ts';
import { collect } from '../support/collect.ts';
import { nodeArguments } from '../support/node-arguments.ts';
import { createRandom } from '../support/random.ts';
import { openStorePlace, usesPostgres, type StorePlace } from '../support/store-place.ts';
import { TEST_SEED } from '../support/test-seed.ts';

const KEEP_DAYS = 90;
const NOW = new Date('2026-06-30T12:00:00Z');
const LONG_AGO = new Date('2026-01-30T12:00:00Z');
const LATELY = new Date('2026-06-29T12:00:00Z');

const OLD = buildManyArticles(900);
const YOUNG = buildManyArticles(100, 3_500, 900);
/** Of the old ones: in a file of an article folder, followed, and quoted by an edition. */
const [IN_FOLDER, FOLLOWED, SHOWN] = OLD.slice(400, 403).map(({ id }) => id) as [
  string,
  string,
  string,
];
const KEPT = new Set([IN_FOLDER, FOLLOWED, SHOWN, ...YOUNG.map(({ id }) => id)]);

describe(`a prune that is killed (TEST_SEED=${TEST_SEED})`, () => {
  const random = createRandom(TEST_SEED);
  const folder = mkdtempSync(join(tmpdir(), 'dateline-prune-'));
  const path = join(folder, 'dateline.sqlite');
  /** A bot beside it, whose index follows the journal all the time. */
  let place: StorePlace;
  let store: Store<Records>;
  const index = new ArticleIndex();
  let follower: Follower;
  let kills = 0;
  /** The size of the file before the last prune. */
  let full: number;
  beforeAll(async () => {
    place = await openStorePlace(`sqlite:${path}`);
    store = await openStore(place.url, { records: RECORDS });
    follower = createFollower(store.articles, index);
    await follower.load();
    const follow = buildSubscription({ id: 'follow', storyId: FOLLOWED });
    const daily = buildSubscription();
    for (const each of [follow, daily])
      await store.records('subscriptions').put(subscriptionKey(each), each);
    const story = buildDigestStory({
      article: OLD.find(({ id }) => id === SHOWN)!,
      storyId: SHOWN,
    });
    const edition = buildEdition({ digest: buildDigest({ stories: [story] }) });
    await store.records('editions').put(editionKey(edition), edition);
    await store.records('files').put('articles', { '/news/old.json': IN_FOLDER });
    await store.articles.putMany(YOUNG, LATELY);
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
    rmSync(folder, { recursive: true });
  });

  const points = Array.from({ length: 10 }, () => ({
    line: Math.floor(random() * 20),
    waitMs: Number((random() * 15).toFixed(2)),
  }));

  it.each(points)(
    '$waitMs ms after line $line has lost nothing that should stay',
    async (point) => {
      await store.articles.putMany(OLD, LONG_AGO);
      const { end, removed } = await prune(point);
      // One that was quick enough has ended by itself.
      expect(['SIGKILL', 0]).toContain(end);
      if (end === 'SIGKILL') kills += 1;
      expect(checkIntegrity(path)).toBe('ok');
      const left = new Set((await collect(store.articles.iterate())).map(({ id }) => id));
      expect([...KEPT].filter((id) => !left.has(id))).toEqual([]);
      expect(removed.filter((id) => left.has(id))).toEqual([]);
      expect(removed.filter((id) => KEPT.has(id))).toEqual([]);
      await expectFollowed(left);
      await store.check();
    },
  );

  it('is finished by the next one', async () => {
    expect(kills).toBeGreaterThan(4);
    await store.articles.putMany(OLD, LONG_AGO);
    full = sizeOf(path);
    expect((await prune()).end).toBe(0);
    const left = new Set((await collect(store.articles.iterate())).map(({ id }) => id));
    expect(left).toEqual(KEPT);
    await expectFollowed(left);
    // It has no more to do.
    expect((await prune()).removed).toEqual([]);
  });

  it('which gives the space back', ({ skip }) => {
    if (usesPostgres()) skip('PostgreSQL looks after its files itself');
    expect(sizeOf(path)).toBeLessThan(full / 2);
    expect(checkIntegrity(path)).toBe('ok');
  });

  async function expectFollowed(stored: ReadonlySet<string>): Promise<void> {
    await follower.catchUp();
    const { entries } = index.newest({}, { limit: 10_000 });
    expect(new Set(entries.map(({ id }) => id))).toEqual(stored);
  }

  /** Runs a prune in a process of its own, to its end or until `point`. */
  async function prune(point?: { line: number; waitMs: number }) {
    const script = join(import.meta.dirname, '../support/prune-child.ts');
    const values = [place.url, String(KEEP_DAYS), NOW.toISOString()];
    const child = spawn(process.execPath, [...nodeArguments(script), ...values], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    const removed: string[] = [];
    let lines = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      // The last line of a killed process may be cut off.
      const ids = line.split(' ').slice(1);
      removed.push(...ids.filter((id) => /^[0-9a-f]{16}$/.test(id)));
      if (lines === point?.line) setTimeout(() => child.kill('SIGKILL'), point.waitMs);
      lines += 1;
    }
    const [code, signal] = (await exit) as [number | null, string | null];
    return { end: signal ?? code, removed };
  }
});

/** 0 for a database of PostgreSQL. */
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** PostgreSQL's files are not ours to check. */
function checkIntegrity(path: string): unknown {
  if (usesPostgres()) return 'ok';
  const database = new Database(path);
  const [result] = database.prepare('PRAGMA integrity_check').raw().get([]) as [unknown];
  database.close();
  return result;
}
