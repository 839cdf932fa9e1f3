import { createServer, type ServerResponse } from 'node:http';
import { listReports, writeReport, type FeedReport } from './report-texts.ts';
import type { FeedFault } from './plan-faults.ts';

// A publisher in a process of its own, so that it can be killed. Every feed has an address of its own on loopback
// (127.1.0.x), like feeds on different hosts. Its parent gives it a seed and a port, and sends it the faults of feeds.

const [seedText, portText] = process.argv.slice(2);
const seed = Number(seedText);
const ITEMS = 20;
const faults = new Map<number, FeedFault>();

function renderFeed(feed: number, origin: string): string {
  const items = listReports(seed, feed, Date.now(), ITEMS).map(
    ({ number, title, at, paragraphs }) => {
      const link = `${origin}/${number}`;
      // Every second feed has whole texts, the others have teasers and pages.
      const text =
        feed % 2 === 0
          ? `<content:encoded><![CDATA[${renderParagraphs(paragraphs)}]]></content:encoded>`
          : `<description>${escape(paragraphs[0]!.slice(0, 150))}…</description>`;
      return `<item><title>${escape(title)}</title><link>${link}</link><guid>${link}</guid><pubDate>${at.toUTCString()}</pubDate>${text}</item>`;
    },
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed ${feed}</title><link>${origin}/</link><description>News</description><language>en</language>${items.join('')}</channel></rss>`;
}

function renderPage({ title, paragraphs }: FeedReport): string {
  const links = Array.from(
    { length: 60 },
    (_, at) => `<li><a href="/s/${at}">Section ${at}</a></li>`,
  );
  return `<!doctype html><html lang="en"><head><title>${escape(title)}</title><meta property="og:type" content="article"></head><body><nav><ul>${links.join('')}</ul></nav><article><h1>${escape(title)}</h1>${renderParagraphs(paragraphs)}</article></body></html>`;
}

function renderParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function answer(response: ServerResponse, feed: number, path: string, origin: string): void {
  if (path === '/robots.txt') return void response.writeHead(404).end();
  const isFeed = path === '/feed';
  const type = isFeed ? 'application/rss+xml' : 'text/html; charset=utf-8';
  const body = isFeed
    ? renderFeed(feed, origin)
    : renderPage(writeReport(seed, feed, Number(path.slice(1))));
  response.setHeader('content-type', type);
  const fault = faults.get(feed);
  if (fault === undefined) response.end(body);
  else answerWrongly(response, fault, body);
}

function answerWrongly(response: ServerResponse, fault: FeedFault, body: string): void {
  switch (fault) {
    case 'hangs':
      return;
    case 'resets':
      response.socket?.resetAndDestroy();
      return;
    case 'status-500':
      response.writeHead(500).end('Internal Server Error');
      return;
    case 'not-modified':
      response.writeHead(304).end();
      return;
    case 'garbage':
      response.end(Buffer.from(Array.from(body, (letter) => (letter.charCodeAt(0) * 167) & 255)));
      return;
    case 'wrong-encoding':
      // The header says UTF-8, and the bytes are UTF-16.
      response.setHeader(
        'content-type',
        `${String(response.getHeader('content-type'))}; charset=utf-8`,
      );
      response.end(Buffer.from(body, 'utf16le'));
      return;
    case 'cut-off':
      response.setHeader('content-length', Buffer.byteLength(body));
      response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
  }
}

const server = createServer((request, response) => {
  const host = request.headers.host ?? '';
  const feed = Number(host.split(/[.:]/u)[3]);
  answer(response, feed, request.url ?? '/', `http://${host}`);
});
server.listen(Number(portText), () => process.send?.('listening'));
process.on('message', ({ feed, fault }: { feed: number; fault?: FeedFault }) => {
  if (fault === undefined) faults.delete(feed);
  else faults.set(feed, fault);
});
process.on('disconnect', () => process.exit());
