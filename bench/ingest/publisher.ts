import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { buildReports } from '../support/build-reports.ts';

// A publisher in a process of its own, so that its cost isn't counted as the bot's. Every feed has an
// address of its own on loopback (127.1.x.y), like feeds on different hosts. Prints its port.

const ITEMS = 20;
const REPORTS = 500;
const REPORT_CHARS = 3500;
/** The markup above and below each report; it makes a page about 85 kB large. */
const BOILERPLATE = Array.from(
  { length: 250 },
  (_, i) =>
    `<li class="nav-item"><a href="/section/${i}" class="link link--plain" data-track="nav:${i}">Section number ${i}</a><span class="badge" aria-hidden="true"></span></li>`,
).join('\n');

const reports = buildReports(REPORTS, REPORT_CHARS);
const startedAt = Date.now();

/** The report of one item, the same each time. Feeds share texts, but every item has a title of its own. */
function reportOf(feed: number, item: number): { title: string; paragraphs: string[] } {
  const paragraphs = reports[(feed * 7 + item * 31) % REPORTS]!.split('\n\n');
  return { title: `Report ${item} of feed ${feed}: ${paragraphs[0]!.slice(27, 70)}`, paragraphs };
}

function renderFeed(feed: number, origin: string): string {
  const items = Array.from({ length: ITEMS }, (_, item) => {
    const { title, paragraphs } = reportOf(feed, item);
    const date = new Date(startedAt - item * 3_600_000).toUTCString();
    const teaser = escape(paragraphs[0]!.slice(0, 200));
    return `<item><title>${escape(title)}</title><link>${origin}/${item}</link><guid>${origin}/${item}</guid><pubDate>${date}</pubDate><description>${teaser}</description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Feed ${feed}</title><link>${origin}/</link><description>News</description><language>en</language>${items.join('')}</channel></rss>`;
}

function renderPage(feed: number, item: number): string {
  const { title, paragraphs } = reportOf(feed, item);
  const body = paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><title>${escape(title)}</title><meta property="og:type" content="article"></head><body><nav><ul>${BOILERPLATE}</ul></nav><article><h1>${escape(title)}</h1>${body}</article><footer><ul>${BOILERPLATE}</ul></footer></body></html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const server = createServer((request, response) => {
  const origin = `http://${request.headers.host}`;
  const [, , high = 0, low = 0] = (request.headers.host ?? '').split(/[.:]/).map(Number);
  const feed = high * 256 + low;
  const path = request.url ?? '/';
  if (path === '/robots.txt') {
    response.writeHead(404).end();
    return;
  }
  const isFeed = path === '/feed';
  const etag = `"${feed}"`;
  if (isFeed && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const text = isFeed ? renderFeed(feed, origin) : renderPage(feed, Number(path.slice(1)));
  response.writeHead(200, {
    'content-type': isFeed ? 'application/rss+xml' : 'text/html; charset=utf-8',
    'content-encoding': 'gzip',
    ...(isFeed && { etag }),
  });
  response.end(gzipSync(text, { level: 1 }));
});
server.listen(0, () => console.log((server.address() as AddressInfo).port));
