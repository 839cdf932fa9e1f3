import { onTestFinished } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { createFetcher } from '../../src/web/fetch-document.ts';
import { createPageAttempts } from '../../src/ingest/page-attempts.ts';
import { createPageReader } from '../../src/web/pages/page-reader.ts';
import { buildSource } from '../../src/ingest/sources/build-source.ts';
import { HOST, sourceKey, type Source } from '../../src/ingest/sources/source.ts';
import { openTestStore } from './open-test-store.ts';
import { createSourcePoller, type PollerParts } from '../../src/ingest/feeds/poll-sources.ts';
import { NOW } from './build-services.ts';
import { collectLog } from './collect-log.ts';
import { openWeb } from './open-web.ts';

/** A publisher's response at a path. */
export interface Published {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An entry of the feed that a test publishes. `page` is the path of its page. */
export interface Item {
  readonly title: string;
  readonly guid?: string;
  readonly page?: string;
  readonly date?: string;
  readonly text?: string;
  readonly teaser?: string;
}

/** The text of a report, at least `words` words long. */
export function buildProse(subject: string, words = 120): string {
  const sentence = `The council said on Monday that ${subject} would be repaired before the winter begins.`;
  const count = Math.ceil(words / sentence.split(' ').length);
  return Array.from({ length: count }, (_, at) => sentence.replace('Monday', `day ${at + 1}`)).join(
    ' ',
  );
}

/** The page of a report with one paragraph. */
export function buildPage(title: string, text: string, head = ''): string {
  return `<!doctype html><html><head><title>${title}</title><meta property="og:type" content="article">${head}</head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
}

/**
 * A publisher on loopback, a store, and a poller between them with a clock that the test moves. The
 * feed is at `/feed.xml`.
 */
export async function openPublisher(given: Partial<PollerParts> & { storeUrl?: string } = {}) {
  const paths = new Map<string, Published>();
  const web = await openWeb((request, response) => {
    const {
      status = 200,
      headers = {},
      body = '',
    } = paths.get(request.url ?? '') ?? {
      status: 404,
    };
    const isKnown =
      headers['etag'] !== undefined && request.headers['if-none-match'] === headers['etag'];
    response.writeHead(isKnown ? 304 : status, headers).end(isKnown ? '' : body);
  });
  const fetcher = createFetcher({
    allowedAddresses: [web.endpoint],
    limits: { hostSpacingMs: 0, connectTimeoutMs: 2000 },
  });
  const store = await openTestStore(given.storeUrl);
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> =>
    (closing ??= (async () => {
      await fetcher.close();
      await pages.close();
      await store.close();
      await web.close();
    })());
  onTestFinished(close);
  const { log, lines } = collectLog();
  let time = NOW.getTime();
  const now = (): Date => new Date(time);
  const pageAttempts = store.records('page-attempts');
  const pages = createPageReader({ attempts: createPageAttempts(pageAttempts, now) });
  const sources = store.records('sources');
  const parts: PollerParts = {
    sources,
    memories: store.records('entries'),
    claims: store.records('polls'),
    locks: store.locks,
    articles: store.articles,
    fetcher,
    pages,
    log,
    now,
    random: () => 0,
    bounds: { leastMs: 600_000, mostMs: 7_200_000 },
    newSourceArticles: 10,
    ...given,
  };
  const poller = createSourcePoller(parts);
  const url = `${web.origin}/feed.xml`;
  const added = buildSource({ url, name: 'Harbour Post' }, HOST, NOW);
  await sources.put(sourceKey(added), added);
  return {
    web,
    parts,
    poller,
    /** Closes everything. Happens after the test at the latest. */
    close,
    lines,
    paths,
    pageAttempts,
    url,
    key: sourceKey(added),
    /** Publishes a feed with these entries. */
    publish(items: readonly Item[], headers: Published['headers'] = {}) {
      paths.set('/feed.xml', { headers, body: buildRss(items, web.origin) });
    },
    /** Moves the clock to when the source is due, if that is later, and polls it. */
    async poll(): Promise<Source> {
      const before = await sources.get(sourceKey(added));
      time = Math.max(time, Date.parse(before?.state.nextPollAt ?? ''));
      await poller.pollDue();
      return (await sources.get(sourceKey(added)))!;
    },
    wait(ms: number) {
      time += ms;
    },
    source: async () => (await sources.get(sourceKey(added)))!,
    async articles(): Promise<Article[]> {
      const all: Article[] = [];
      for await (const article of store.articles.iterate()) all.push(article);
      return all.toSorted((a, b) => (a.title < b.title ? -1 : 1));
    },
    fetched: (path: string) =>
      web.requests.filter(({ url: requested }) => requested === path).length,
  };
}

function buildRss(items: readonly Item[], origin: string): string {
  const entries = items.map(
    ({ title, guid, page, date = 'Wed, 13 Mar 2024 08:00:00 GMT', text, teaser }) =>
      `<item><title>${title}</title>${guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`}${
        page === undefined ? '' : `<link>${origin}${page.replaceAll('&', '&amp;')}</link>`
      }<pubDate>${date}</pubDate>${teaser === undefined ? '' : `<description>${teaser}</description>`}${
        text === undefined ? '' : `<content:encoded><![CDATA[<p>${text}</p>]]></content:encoded>`
      }</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour</title>${entries.join('')}</channel></rss>`;
}
