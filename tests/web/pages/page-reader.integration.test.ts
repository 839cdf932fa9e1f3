import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PageFaultReason } from '../../../src/article/page/explain-page.ts';
import type { PageResult } from '../../../src/article/page/parse-page.ts';
import { createPageAttempts } from '../../../src/ingest/page-attempts.ts';
import { createPageReader, type PageReader } from '../../../src/web/pages/page-reader.ts';
import { collect } from '../../support/collect.ts';
import { openTestStore } from '../../support/open-test-store.ts';

const SENTENCE = 'The council of the old port said on Monday that the bridge would stay shut. ';
const PAGE = `<!doctype html><html><head><title>Bridge Shut</title></head><body><h1>Bridge Shut</h1><p>${SENTENCE.repeat(6)}</p></body></html>`;
const URL_OF_PAGE = 'https://meridian.example/bridge';

let reader: PageReader | undefined;
const open = (options?: Parameters<typeof createPageReader>[0]): PageReader =>
  (reader = createPageReader(options));
afterEach(() => reader?.close());

describe('a page reader', () => {
  it('reads text and bytes', async () => {
    const { read } = open();
    const article = { title: 'Bridge Shut', text: SENTENCE.repeat(6).trim(), url: URL_OF_PAGE };
    expect(await read(PAGE, URL_OF_PAGE)).toMatchObject({ kind: 'article', article });
    const bytes = Buffer.from(PAGE.replaceAll('port', 'p\u00f6rt'), 'latin1');
    expect(await read(bytes, URL_OF_PAGE, 'text/html; charset=latin1')).toMatchObject({
      article: { ...article, text: article.text.replaceAll('port', 'pört') },
    });
  });

  it.each([
    ['a PDF document by its bytes', Buffer.from('%PDF-1.7'), undefined, 'a PDF document'],
    ['a PDF document by its type', Buffer.from(''), 'application/pdf', 'a PDF document'],
    ['a picture by its type', Buffer.from(''), 'image/webp', 'a picture'],
  ])('says what is not a page: %s', async (_, bytes, contentType, what) => {
    expect(await open().read(bytes, URL_OF_PAGE, contentType)).toEqual({
      kind: 'fault',
      reason: 'not-a-page',
      message: `This is ${what}, and only web pages can be read.`,
    });
  });

  it('stops reading hostile pages without blocking the event loop, and reads the next one', async () => {
    const { read } = open({ timeoutMs: 800, maxHeapMb: 64 });
    await read(PAGE, URL_OF_PAGE);
    const hostile = {
      'a million nested elements': '<div>'.repeat(1e6),
      'fifty megabytes of text': 'word '.repeat(1e7),
      'a paragraph of brackets': `<p>${'('.repeat(3e6)}`,
      'a title of dashes': `<title>${'a - '.repeat(5e5)}</title>`,
      'many captions': `<figcaption>${'A. '.repeat(1e6)}</figcaption>`,
    };
    const pages = Object.values(hostile).map((html) => Buffer.from(html));
    const results: PageResult[] = [];
    const turns: number[] = [];
    for (const page of pages) {
      const reading = countTurns(read(page, URL_OF_PAGE));
      results.push(await reading.result);
      turns.push(reading.turns());
    }
    const expected: readonly (PageFaultReason | undefined)[] = [
      'too-slow',
      'too-large',
      'not-an-article',
      'too-short',
      'unreadable',
    ];
    for (const result of results) {
      expect(result).toMatchObject({ kind: 'fault', message: expect.stringMatching(/\.$/) });
      expect(result.kind === 'fault' && expected.includes(result.reason)).toBe(true);
    }
    // In this thread, they would block the loop completely.
    const sum = turns.reduce((total, count) => total + count, 0);
    expect(sum).toBeGreaterThan(100);
    expect(await read(PAGE, URL_OF_PAGE)).toMatchObject({ kind: 'article' });
  });

  it('settles each of many waiting pages', async () => {
    const { read } = open({ threads: 2 });
    const titles = Array.from({ length: 9 }, (_, i) => `Bridge ${i} Shut`);
    const results = await Promise.all(
      titles.map((title) => read(PAGE.replaceAll('Bridge Shut', title), URL_OF_PAGE)),
    );
    expect(results.map((result) => result.kind === 'article' && result.article.title)).toEqual(
      titles,
    );
  });

  it('reads the page that a person waits for while hostile pages of polls wait', async () => {
    const { read } = open({ timeoutMs: 20_000 });
    const settled: string[] = [];
    const hostile = `<table><tr><td>${'<div>'.repeat(400)}` + '<p>a, b</p>'.repeat(40_000);
    const polls = Array.from({ length: 4 }, () =>
      read(hostile, URL_OF_PAGE).then(() => settled.push('poll')),
    );
    await read(PAGE, URL_OF_PAGE, undefined, { isUrgent: true }).then((result) =>
      settled.push(result.kind),
    );
    expect(settled.slice(0, 2)).toContain('article');
    await reader?.close();
    await Promise.all(polls);
  });

  it('records an attempt while it reads, and does not read a page that ended a process', async () => {
    const store = await openTestStore();
    const records = store.records('page-attempts');
    const { read } = open({ attempts: createPageAttempts(records, () => new Date(0)) });
    const [recorded, result] = await Promise.all([
      vi.waitUntil(async () => (await collect(records.list())).length === 1, { interval: 1 }),
      read(PAGE, URL_OF_PAGE, undefined, { link: URL_OF_PAGE }),
    ]);
    expect(recorded).toBe(true);
    expect(result).toMatchObject({ kind: 'article' });
    expect(await collect(records.list())).toEqual([]);

    const dead = createPageAttempts(records, () => new Date(0));
    await dead.begin(URL_OF_PAGE);
    await reader?.close();
    const next = open({ attempts: createPageAttempts(records, () => new Date(600_000)) });
    expect(await next.read(PAGE, URL_OF_PAGE, undefined, { link: URL_OF_PAGE })).toMatchObject({
      reason: 'fatal',
    });
    expect(await next.read(PAGE, URL_OF_PAGE, undefined, { link: 'another' })).toMatchObject({
      kind: 'article',
    });
  });

  it('tells an attempt that could not be recorded from a thread that failed', async () => {
    const lost = new Error('The store cannot be reached.');
    const onError = vi.fn<(error: Error) => void>();
    const onUnrecorded = vi.fn<(error: unknown) => void>();
    const attempts = { begin: () => Promise.reject(lost), end: () => Promise.resolve() };
    const { read } = open({ attempts, onError, onUnrecorded });
    expect(await read(PAGE, URL_OF_PAGE, undefined, { link: URL_OF_PAGE })).toMatchObject({
      reason: 'unreadable',
    });
    expect(onUnrecorded.mock.calls).toEqual([[lost]]);
    expect(onError).not.toHaveBeenCalled();
  });

  it('settles waiting pages when it is closed, and later ones at once', async () => {
    const { read, close } = open();
    const waiting = [read(PAGE), read(PAGE)];
    await close();
    for (const result of [...waiting, read(PAGE)]) {
      expect(await result).toMatchObject({ kind: 'fault', reason: 'unreadable' });
    }
  });
});

/** Counts the turns of the event loop while something is awaited. */
function countTurns(result: Promise<PageResult>) {
  let turns = 0;
  let isDone = false;
  const turn = (): void => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  return { result: result.finally(() => (isDone = true)), turns: () => turns };
}
