import { afterEach, describe, expect, it } from 'vitest';
import { createFetcher } from '../../src/web/fetch-document.ts';
import { createLinkReader, type LinkReader } from '../../src/web/link-reader.ts';
import { createPageReader } from '../../src/web/pages/page-reader.ts';
import { openWeb } from '../support/open-web.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

const PARAGRAPHS = Array.from(
  { length: 8 },
  (_, i) => `<p>In hour ${i + 1} the old dam above the valley let more water pass than its engineers
    had feared, and the council asked the people of ${i + 12} streets to leave their houses.</p>`,
).join('');
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Dam fails</title></head><body>${body}</body></html>`;
const REPORT = page(`<article><h1>Dam fails</h1>${PARAGRAPHS}</article>`);

/** A link reader, and a publisher on loopback with these responses by path. Other paths are not found. */
async function open(answers: Record<string, { type?: string; status?: number; body: string }>) {
  let nowMs = Date.parse('2024-03-14T12:00:00Z');
  const web = await openWeb((request, response) => {
    const answer = answers[request.url ?? ''] ?? { status: 404, body: '' };
    response.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'text/html' });
    response.end(answer.body);
  });
  const fetcher = createFetcher({ allowedAddresses: [web.endpoint], limits: { hostSpacingMs: 0 } });
  const pages = createPageReader();
  closers.push(
    () => web.close(),
    () => fetcher.close(),
    () => pages.close(),
  );
  const links = createLinkReader({ fetcher, pages, now: () => new Date(nowMs) });
  const requestCount = (path: string): number =>
    web.requests.filter((request) => request.url === path).length;
  return { web, links, requestCount, wait: (minutes: number) => (nowMs += minutes * 60_000) };
}

describe('the page behind a link', () => {
  it('is read into an article, once for all requests within minutes', async () => {
    const { web, links, requestCount, wait } = await open({ '/dam': { body: REPORT } });
    const [first, second] = await Promise.all([
      links.read(`${web.origin}/dam`),
      links.read(`${web.origin}/dam?utm_source=x`),
    ]);
    if (first?.kind !== 'article') throw new Error(first?.message);
    expect(first.article).toMatchObject({ title: 'Dam fails', url: `${web.origin}/dam` });
    expect(first.article.text).toContain('In hour 8 the old dam');
    expect(second).toEqual(first);
    expect(links.recent(first.article.id)).toEqual(first.article);
    expect(requestCount('/dam')).toBe(1);
    wait(11);
    await links.read(`${web.origin}/dam`);
    expect(requestCount('/dam')).toBe(2);
  });

  it('is not fetched again within minutes if it could not be read', async () => {
    const { web, links, requestCount, wait } = await open({
      '/links': { body: page('<a href="/x">word</a>'.repeat(120_000)) },
    });
    for (let times = 0; times < 3; times += 1) {
      const refused = { kind: 'refused', message: 'This page is too large to be read.' };
      expect(await links.read(`${web.origin}/links`)).toEqual(refused);
    }
    expect(requestCount('/links')).toBe(1);
    wait(11);
    await links.read(`${web.origin}/links`);
    expect(requestCount('/links')).toBe(2);
  });

  it.each([
    ['that is missing', '/none', /does not have this page \(404\)/u],
    ['that is a PDF document', '/pdf', /a PDF document/u],
    ['that lists articles', '/list', /no article on this page/u],
    ['that is for subscribers', '/wall', /only the beginning/u],
    ['that only lets browsers in', '/robot', /people with a browser only/u],
    ['with hardly a text', '/short', /too short/u],
    ['that robots.txt forbids', '/private/dam', /robots\.txt/u],
  ])('says why a page %s has no article', async (_, path, message) => {
    const links = Array.from({ length: 20 }, (__, i) => `<h2><a href="/${i}">News ${i}</a></h2>`);
    const { web, links: reader } = await open({
      '/robots.txt': { type: 'text/plain', body: 'User-agent: *\nDisallow: /private/' },
      '/pdf': { type: 'application/pdf', body: '%PDF-1.7' },
      '/list': { body: page(links.join('')) },
      '/wall': {
        body: page(`<article><h1>Dam</h1><p>${'The dam fell on Monday. '.repeat(12)}</p>
          <p>Subscribe to continue reading.</p></article>`),
      },
      '/robot': { body: page('<p>Please verify you are a human.</p>') },
      '/short': {
        body: page('<meta property="og:type" content="article"><article><p>Dam.</p></article>'),
      },
      '/private/dam': { body: REPORT },
    });
    const reading = await reader.read(`${web.origin}${path}`);
    expect(reading).toMatchObject({ kind: 'refused', message: expect.stringMatching(message) });
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://[::ffff:127.0.0.1]/',
    'file:///etc/passwd',
    'http://a:b@a.example/',
  ])('is not opened at %s', async (link) => {
    const { links } = await open({});
    expect(await links.read(link)).toMatchObject({ kind: 'refused' });
  });
});

describe('the articles of links', () => {
  it('are kept up to 200, the last used ones', async () => {
    const { links, fetches } = buildLinks(10);
    const ids = await readAll(links, 200);
    links.recent(ids[0] ?? '');
    await links.read('https://wire.example/new');
    expect(ids.filter((id) => links.recent(id) === undefined)).toEqual([ids[1]]);
    expect(fetches()).toBe(201);
  });

  it('are kept up to four million characters in total', async () => {
    const { links } = buildLinks(1_500_000);
    const ids = await readAll(links, 3);
    expect(ids.map((id) => links.recent(id) !== undefined)).toEqual([false, true, true]);
  });
});

/** A link reader whose pages have `chars` characters of text, and the number of fetched pages. */
function buildLinks(chars: number) {
  let fetches = 0;
  const links = createLinkReader({
    fetcher: {
      fetch: async (url) => {
        fetches += 1;
        return { kind: 'document', status: 200, bytes: new Uint8Array(), url };
      },
    },
    pages: {
      read: async (_, url) => ({
        kind: 'article',
        article: {
          title: 'Dam fails',
          text: 'x'.repeat(chars),
          captions: [],
          subheads: [],
          lang: 'en',
          ...(url !== undefined && { url }),
        },
      }),
    },
    now: () => new Date(0),
  });
  return { links, fetches: () => fetches };
}

async function readAll(links: LinkReader, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const reading = await links.read(`https://wire.example/${at}`);
    if (reading.kind === 'article') ids.push(reading.article.id);
  }
  return ids;
}
