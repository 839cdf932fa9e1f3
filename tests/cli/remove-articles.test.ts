import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { buildArticle } from '../support/build-article.ts';
import { collect } from '../support/collect.ts';
import { runCli } from '../support/run-cli.ts';

describe('dateline sources --remove-articles', () => {
  let folder: string;
  let env: Record<string, string>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-'));
    env = { STORE_URL: `sqlite:${join(folder, 'store.sqlite')}`, SOURCES: 'none' };
    const store = await openStore(env['STORE_URL']!);
    const named = (id: string, source: string) => buildArticle({ id, title: id, source });
    await store.articles.putMany(
      [named('ferry', 'Harbour Post'), named('dam', 'Harbour Post'), named('vote', 'Le Phare')],
      new Date(),
    );
    await store.close();
  });
  afterEach(() => rm(folder, { recursive: true }));
  const run = (name: string) => runCli(['sources', '--remove-articles', name], { env });
  const stored = async (): Promise<string[]> => {
    const store = await openStore(env['STORE_URL']!);
    const articles = await collect(store.articles.iterate());
    await store.close();
    return articles.map(({ id }) => id).toSorted();
  };

  it('removes the articles of a publisher, and no others', async () => {
    expect((await run('Harbour Post')).out).toEqual(['2 articles removed']);
    expect(await stored()).toEqual(['vote']);
  });

  it('says that nothing is stored from one', async () => {
    const { err, exitCode } = await run('Harbor Post');
    expect(err.join()).toContain('Nothing is stored from Harbor Post');
    expect(exitCode).toBe(1);
    expect(await stored()).toHaveLength(3);
  });

  it('refuses as long as its feed is read', async () => {
    env['SOURCES'] = 'https://news.example/feed.xml';
    const { out } = await runCli(['sources', '--json'], { env });
    const [feed] = (JSON.parse(out[0]!) as { name: string; feed?: object }[]).filter(
      (one) => one.feed,
    );
    const { err, exitCode } = await run(feed!.name);
    expect(err.join()).toContain('is still read');
    expect(exitCode).toBe(1);
  });
});
