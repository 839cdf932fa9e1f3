import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { subscriptionKey } from '../../../src/digest/subscription.ts';
import { RECORDS } from '../../../src/run/records.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildSubscription } from '../../support/build-subscription.ts';
import { collect } from '../../support/collect.ts';
import { runCli } from '../../support/run-cli.ts';

const NOW = new Date('2026-06-30T12:00:00Z');

describe('dateline prune', () => {
  let folder: string;
  let env: Record<string, string>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-'));
    env = { STORE_URL: `sqlite:${join(folder, 'store.sqlite')}`, SOURCES: 'none' };
    await withStore(async (store) => {
      const put = (day: string, source: string, ...names: string[]) =>
        store.articles.putMany(
          names.map((id) =>
            buildArticle({ id, title: id, source, publishedAt: `${day}T08:00:00Z` }),
          ),
          new Date(`${day}T09:00:00Z`),
        );
      await put('2026-01-10', 'Harbour Post', 'ferry');
      await put('2026-03-20', 'Example Times', 'storm', 'dam');
      await put('2026-06-01', 'Harbour Post', 'budget');
      const follow = buildSubscription({ storyId: 'dam' });
      await store.records('subscriptions').put(subscriptionKey(follow), follow);
    });
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function withStore<T>(
    work: (store: Awaited<ReturnType<typeof openRecords>>) => Promise<T>,
  ): Promise<T> {
    const store = await openRecords();
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }
  const openRecords = () => openStore(env['STORE_URL']!, { records: RECORDS });
  const stored = () =>
    withStore(async (store) =>
      (await collect(store.articles.iterate())).map(({ id }) => id).toSorted(),
    );
  const run = (...args: string[]) => runCli(['prune', ...args], { env, now: NOW });

  it('says what would go and why the rest stays, and removes nothing', async () => {
    const { out, exitCode } = await run('--dry-run');
    expect(out).toEqual([
      expect.stringMatching(
        /^Articles older than 90 days that would go: 2, from 2026-01-10 to 2026-03-20, \d+\.\d MB of text$/,
      ),
      '  Example Times: 1 article',
      '  Harbour Post: 1 article',
      'As old, but kept: 1 that belong to a story that someone follows',
    ]);
    expect(exitCode).toBe(0);
    expect(await stored()).toEqual(['budget', 'dam', 'ferry', 'storm']);
  });

  it('removes it, once', async () => {
    const { out } = await run('--json');
    expect(JSON.parse(out[0]!)).toMatchObject({
      keepDays: 90,
      articles: 2,
      oldest: '2026-01-10T09:00:00.000Z',
      newest: '2026-03-20T09:00:00.000Z',
      kept: { followed: 1 },
    });
    expect(await stored()).toEqual(['budget', 'dam']);
    const again = await run('--json');
    expect(JSON.parse(again.out[0]!)).toMatchObject({ articles: 0, sources: [] });
  });

  it('keeps another number of days if it is told so', async () => {
    await run('--keep-days', '20');
    expect(await stored()).toEqual(['dam']);
  });

  it.each(['0', '6', '-1', 'ninety', '1.5', '99999999'])(
    'refuses to keep %s days',
    async (days) => {
      const { err, exitCode } = await run('--keep-days', days);
      expect(err.join()).toContain('a whole number from 7 to 36500');
      expect(exitCode).toBe(2);
      expect(await stored()).toHaveLength(4);
    },
  );

  it('refuses to guess if everything is kept', async () => {
    env['KEEP_DAYS'] = '0';
    const { err, exitCode } = await run();
    expect(err).toEqual(['KEEP_DAYS is 0, so everything is kept. Set it, or give --keep-days.']);
    expect(exitCode).toBe(1);
    expect(await stored()).toHaveLength(4);
  });

  it('refuses while it is not known what the article folders have', async () => {
    await withStore((store) => store.records('files').put('imported', { '/news/a.json': '1 2 3' }));
    const { err, exitCode } = await run('--dry-run');
    expect(err.join()).toContain('Start the bot once');
    expect(exitCode).toBe(1);
  });
});

it.each(['6', '-1', 'x'])('refuses KEEP_DAYS=%s', async (days) => {
  const { err, exitCode } = await runCli(['prune'], { env: { KEEP_DAYS: days } });
  expect(err.join()).toContain('KEEP_DAYS must be');
  expect(exitCode).toBe(1);
});
