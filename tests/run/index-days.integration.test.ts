import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { search } from '../../commands/search/search-command.ts';
import { latest } from '../../commands/latest.ts';
import { status } from '../../commands/status.ts';
import { findArticle } from '../../commands/summarize/find-article.ts';
import { renderStored } from '../../commands/summarize/summarize-command.ts';
import type { CommandContext } from '../../src/command/command.ts';
import { servicesFor } from '../../src/command/services-for.ts';
import { parseConfig } from '../../src/config.ts';
import { openApp, type App } from '../../src/run/open-app.ts';
import { createRemoveArticles } from '../../src/run/retention/remove-source-articles.ts';
import { createOlderLists } from '../../src/run/retention/older-lists.ts';
import { buildArticle } from '../support/build-article.ts';
import { buildContext } from '../support/build-services.ts';
import { collect } from '../support/collect.ts';
import { collectLog } from '../support/collect-log.ts';
import { postgresIsAvailable, startPostgres } from '../support/local-postgres.ts';
import type { LocalServer } from '../support/local-server.ts';
import { runCommand } from '../support/run-command.ts';
import { readText } from '../support/shown-text.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-01-01T12:00:00Z');
const GUILD = '100000000000000001';

const build = (id: string, daysAgo: number, text: string, onlyFor?: string) =>
  buildArticle({
    id,
    title: `Report of ${id}`,
    text,
    url: `https://news.example/${id}`,
    source: 'Harbour Post',
    publishedAt: new Date(START - daysAgo * DAY_MS).toISOString(),
    ...(onlyFor !== undefined && { onlyFor }),
  });

const ENGINES = [
  { name: 'SQLite', isThere: true, searches: false },
  { name: 'PostgreSQL', isThere: postgresIsAvailable, searches: true },
];

describe.each(ENGINES.filter(({ isThere }) => isThere))(
  'an app with the newest days in memory, on $name',
  ({ name, searches }) => {
    let folder: string;
    let server: LocalServer | undefined;
    let storeUrl: string;
    let app: App;
    let nowMs: number;
    const { log } = collectLog();
    const open = async (indexDays: number): Promise<App> => {
      const env = {
        STORE_URL: storeUrl,
        ARTICLE_FOLDERS: join(folder, 'inbox'),
        SOURCES: 'none',
        INDEX_DAYS: String(indexDays),
        KEEP_DAYS: '90',
      };
      const opened = await openApp(parseConfig(env), log, () => new Date(nowMs));
      await opened.store.search?.prepare();
      await opened.load();
      return opened;
    };
    const contextFor = (guildId: string | undefined): CommandContext =>
      buildContext(servicesFor(app.services, guildId), { now: new Date(nowMs) });
    const ask = async (query: string, guildId = GUILD): Promise<string> =>
      readText(await runCommand(search, contextFor(guildId), { query }));

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'dateline-days-'));
      server = name === 'PostgreSQL' ? await startPostgres() : undefined;
      storeUrl = server?.url ?? `sqlite:${join(folder, 'store.sqlite')}`;
      nowMs = START;
      app = await open(30);
      await app.store.articles.putMany(
        [
          build('new', 2, 'A ferry sank in the storm.'),
          build('old', 40, 'A ferry burned, a zebra was seen.'),
          build('own', 41, 'A secret ferry left at night.', '456'),
        ],
        new Date(START - 60 * DAY_MS),
      );
      await app.load();
    });
    afterEach(async () => {
      await app.close();
      await server?.stop();
      await rm(folder, { recursive: true });
    });

    it('has only those in its index, and lets them go', async () => {
      expect(app.services.index.size).toBe(1);
      expect(app.services.index.has('new')).toBe(true);
      expect(await app.services.stories.storiesOf(['old'])).toEqual([]);
      nowMs += 29 * DAY_MS;
      await app.load();
      expect(app.services.index.size).toBe(0);
    });

    it('searches older ones, or says that it does not', async () => {
      const both = await ask('ferry');
      expect(both).toContain('Report of new');
      expect(both.includes('Report of old')).toBe(searches);
      expect(both.includes('Only articles of the last 30 days are searched.')).toBe(!searches);
      const zebra = await ask('zebra').catch((error: Error) => error.message);
      expect(zebra).toMatch(
        searches
          ? 'A ferry burned, a **zebra** was seen.'
          : /No article has these words.* Only articles of the last 30 days are searched\./,
      );
      await expect(ask('unicorn')).rejects.toThrow(
        searches ? /an earlier date\.$/ : /Only articles of the last 30 days are searched\.$/,
      );
    });

    it("shows no server another one's older articles", async () => {
      expect(await ask('ferry')).not.toContain('secret');
      expect((await ask('ferry', '456')).includes('secret')).toBe(searches);
      await expect(ask('secret')).rejects.toThrow('No article has these words');
      await expect(renderStored('own', 'short', contextFor(GUILD))).rejects.toThrow('no longer');
    });

    it('opens older ones by their id and their link', async () => {
      const context = contextFor(GUILD);
      expect(await findArticle({ article: 'old' }, context)).toEqual({ kind: 'stored', id: 'old' });
      const url = 'https://www.news.example/old?utm_source=x';
      expect(await findArticle({ url }, context)).toEqual(
        searches ? { kind: 'stored', id: 'old' } : { kind: 'link', url },
      );
      const own = 'https://news.example/own';
      expect(await findArticle({ url: own }, context)).toEqual({ kind: 'link', url: own });
      await expect(findArticle({ article: 'burned zebra' }, context)).rejects.toThrow(
        'Only articles of the last 30 days were looked at.',
      );
    });

    it('says in lists and in the status that they have the newest days only', async () => {
      const context = contextFor(GUILD);
      const list = readText(await runCommand(latest, context, {}));
      expect(list).toContain('articles of the last 30 days');
      expect(readText(await runCommand(status, context, {}))).toContain(
        '1 article of the last 30 days',
      );
    });

    it('prunes what is too old, whether it is in the index or not', async () => {
      nowMs += 51 * DAY_MS;
      await app.load();
      expect((await app.prune()).articles).toBe(2);
      expect((await collect(app.store.articles.iterate())).map(({ id }) => id)).toEqual(['new']);
      nowMs += 40 * DAY_MS;
      expect((await app.prune()).articles).toBe(1);
    });

    it("removes a source's articles, whether they are in the index or not", async () => {
      const { store } = app;
      const remove = createRemoveArticles({
        index: app.news.index,
        articles: store.articles,
        older: createOlderLists(store),
      });
      expect(await remove('Harbour Post', 'host')).toBe(2);
      expect(await remove('Harbour Post', '456')).toBe(1);
      expect(await collect(store.articles.iterate())).toEqual([]);
    });

    it('has all of them again if the setting is taken away', async () => {
      await app.close();
      app = await open(0);
      expect(app.services.index.size).toBe(3);
      expect(await ask('zebra')).toContain('zebra');
      const list = readText(await runCommand(latest, contextFor(GUILD), {}));
      expect(list).not.toContain('of the last');
    });
  },
);
