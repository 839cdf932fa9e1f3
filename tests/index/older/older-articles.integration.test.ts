import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { ArticleIndex } from '../../../src/index/article-index.ts';
import { viewArticles } from '../../../src/index/article-view.ts';
import { createFollower } from '../../../src/index/follow-articles.ts';
import { createIndexWindow } from '../../../src/index/index-window.ts';
import { compileNarrowing } from '../../../src/index/narrowing/compile-narrowing.ts';
import {
  createOlderArticles,
  MOST_CANDIDATES,
  type OlderArticles,
} from '../../../src/index/older/older-articles.ts';
import { searchAll } from '../../../src/index/older/search-all.ts';
import { parseQuery } from '../../../src/index/query/parse-query.ts';
import type { Store } from '../../../src/store/create-store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { buildArticle } from '../../support/build-article.ts';
import { postgresIsAvailable, startPostgres } from '../../support/local-postgres.ts';
import type { LocalServer } from '../../support/local-server.ts';

const NOW = new Date('2024-06-30T12:00:00.000Z');
const DAYS = 10;
const HERE = '123';
const EVERYTHING = { limit: 1000 };

const TEXTS: readonly [lang: string, text: string][] = [
  ['en', 'The ferry sank near the harbour. Rescuers searched for the passengers all night.'],
  ['en', 'Ferries were cancelled as the storm came. The harbour of the city was closed.'],
  ['en', 'The United States and China talk. US officials met in Łódź, and the WHO warned.'],
  ['en', "The end of the war is near, the prime minister's office said. It was a long war."],
  ['de', 'Die Fähre sank im Hafen. Müller sagte, die Rettung dauere die ganze Nacht.'],
  ['fr', "Les élections d'Haïti ont eu lieu. Le ferry a coulé près du port."],
  ['ja', '東京で地震がありました。電車は止まりました。'],
  ['ar', 'غرقت العبارة قرب الميناء. قال المسؤولون إن العاصفة كانت قوية.'],
];

/** Articles of 40 days, of which ten are in the window. */
const ARTICLES: Article[] = Array.from({ length: 160 }, (_, at) => {
  const [lang, text] = TEXTS[at % TEXTS.length]!;
  const source = at % 5 === 0 ? undefined : ['The Harbour', 'Coast News', 'Agence'][at % 3]!;
  const url = `https://news.example/${at < 150 ? at : at - 90}`;
  return buildArticle({
    id: `article-${String(at).padStart(3, '0')}`,
    title: at % 4 === 0 ? `Report ${at} from Norway` : `Report ${at}: storm and ferry`,
    text: `${text} ${'More was said about it. '.repeat(at % 7)}Number ${at}.`,
    lang,
    url,
    publishedAt: new Date(NOW.getTime() - (at * 6 + 1) * 3_600_000).toISOString(),
    ...(source !== undefined && { source }),
    ...(at % 11 === 0 && { onlyFor: at % 2 === 0 ? HERE : '456' }),
  });
});

const QUERIES = [
  'ferry',
  'ferries harbour',
  'ferry -storm',
  'storm -"the harbour"',
  '"the end of the war"',
  '"the harbour"',
  '"ferry sank near"',
  '"us officials" china',
  'US China',
  'the who',
  'of the',
  'Mueller Fähre',
  'Lodz',
  'élections Haïti',
  '東京',
  'الميناء',
  "prime minister's office",
  'ferry source:coast',
  'ferry source:"coast news"',
  'storm -source:Agence lang:en',
  'ferry lang:fr',
  'country:NO storm',
  'report -country:NO',
  'ferry since:2024-06-05',
  'lang:de',
  'source:harbour country:NO',
  'nobodysaysthis',
  'source:nobody ferry',
];

describe.skipIf(!postgresIsAvailable)('older articles on PostgreSQL', () => {
  let server: LocalServer;
  let store: Store;
  let whole: ArticleIndex;
  let recent: ArticleIndex;
  let older: OlderArticles;

  beforeAll(async () => {
    server = await startPostgres();
    store = await openStore(server.url);
    await store.articles.putMany(ARTICLES, NOW);
    const window = createIndexWindow(DAYS, () => NOW, store.search)!;
    [whole, recent] = [new ArticleIndex(), new ArticleIndex()];
    await createFollower(store.articles, whole).load();
    await createFollower(store.articles, recent, undefined, window).load();
    const { articles, search } = store;
    older = createOlderArticles({ index: recent, window, articles, search });
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  it('are said to be left out until the database is ready', async () => {
    expect(await older.search(parseQuery('ferry', NOW))).toEqual({
      kind: 'left-out',
      reason: 'preparing',
    });
    await store.search!.prepare();
    expect(await older.search(parseQuery('ferry', NOW))).toMatchObject({ kind: 'searched' });
  });

  it.each(QUERIES)('are found for %s as an index of all articles finds them', async (query) => {
    const narrowing = parseQuery(query, NOW);
    for (const guildId of [undefined, HERE]) {
      const all = viewArticles(whole, guildId).search(compileNarrowing(narrowing), EVERYTHING);
      const wanted = all.relaxed ? [] : all.hits;
      const found = await searchAll(
        viewArticles(recent, guildId),
        older.forServer(guildId),
        narrowing,
        EVERYTHING,
      );
      const ids = found.relaxed ? [] : found.hits.map(({ id }) => id);
      expect(ids.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      expect(found.relaxed ? 0 : found.total).toBe(wanted.length);
    }
  });

  it('are ranked with the newer ones as one list, page by page', async () => {
    const narrowing = parseQuery('ferry storm', NOW);
    const list = (limit: number, offset: number) =>
      searchAll(recent, older, narrowing, { limit, offset, first: 'fr' });
    const { hits, total } = await list(1000, 0);
    const pages: string[] = [];
    for (let offset = 0; offset < total; offset += 7)
      pages.push(...(await list(7, offset)).hits.map(({ id }) => id));
    expect(pages).toEqual(hits.map(({ id }) => id));
    const languages = hits.map(({ id }) => whole.entry(id)!.lang);
    expect(languages.lastIndexOf('fr')).toBe(languages.filter((lang) => lang === 'fr').length - 1);
    const scores = hits
      .filter(({ id }) => whole.entry(id)!.lang !== 'fr')
      .map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    // Older and newer ones are not one after the other.
    const isOlder = hits.map(({ id }) => !recent.has(id));
    expect(isOlder.lastIndexOf(false)).toBeGreaterThan(isOlder.indexOf(true));
  });

  it('have the scores of the index that lacks them', async () => {
    const narrowing = parseQuery('ferry harbour', NOW);
    const { hits } = await searchAll(recent, older, narrowing, EVERYTHING);
    const old = hits.find(({ id }) => !recent.has(id))!;
    const [stored] = await store.articles.getMany([old.id]);
    // The same text, new enough for the index, has the same score there.
    const twin = { ...stored!, id: 'twin', publishedAt: NOW.toISOString() };
    const before = recent.corpus.idf('ferri');
    recent.put(twin);
    const score = recent
      .search(compileNarrowing(narrowing), EVERYTHING)
      .hits.find(({ id }) => id === 'twin')!.score;
    recent.remove('twin');
    expect(recent.corpus.idf('ferri')).toBe(before);
    expect(Math.abs(score / old.score - 1)).toBeLessThan(0.05);
  });

  it('are found by their link, as far as a server may see them', async () => {
    const url = 'http://www.news.example/140/?utm_source=feed';
    expect(await older.findByUrl(url)).toBe('article-140');
    expect(await older.findByUrl('https://news.example/none')).toBeUndefined();
    const own = ARTICLES.find(({ id, onlyFor }) => onlyFor === '456' && !recent.has(id))!;
    expect(await older.forServer('456').findByUrl(own.url!)).toBe(own.id);
    expect(await older.forServer(HERE).findByUrl(own.url!)).toBeUndefined();
    expect(await older.forServer(undefined).findByUrl(own.url!)).toBeUndefined();
  });

  it('are looked at up to a number, the newest first, and the rest is counted', async () => {
    const many = Array.from({ length: MOST_CANDIDATES + 20 }, (_, at) =>
      buildArticle({
        id: `many-${at}`,
        text: `A zebra was seen. Number ${at}.`,
        publishedAt: new Date(NOW.getTime() - (30 * 24 + at) * 3_600_000).toISOString(),
      }),
    );
    await store.articles.putMany(many, NOW);
    const found = await older.search(parseQuery('zebra', NOW));
    expect(found).toMatchObject({
      candidates: MOST_CANDIDATES + 20,
      lookedAt: MOST_CANDIDATES,
    });
    const ids = found.kind === 'searched' ? found.hits.map(({ id }) => id) : [];
    expect(ids).toHaveLength(MOST_CANDIDATES);
    expect(ids).not.toContain(`many-${MOST_CANDIDATES}`);
    await store.articles.removeMany(many.map(({ id }) => id));
  });

  it('are read for an index of the newest days only where they belong to it', async () => {
    const ids = await createIndexWindow(DAYS, () => NOW, store.search)!.listIds();
    expect(ids?.toSorted()).toEqual(
      ARTICLES.map(({ id }) => id)
        .filter((id) => recent.has(id))
        .toSorted(),
    );
    expect(recent.size).toBeLessThan(whole.size / 3);
  });
});
