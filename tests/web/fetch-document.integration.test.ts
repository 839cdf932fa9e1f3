import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createFetcher,
  type Fetcher,
  type FetcherOptions,
  type FetchOutcome,
} from '../../src/web/fetch-document.ts';
import { buildLookup, CERTIFICATE, openTls, openWeb, type Web } from '../support/open-web.ts';

const TEXT = 'A long text that says the same. '.repeat(200);
/** Limits that are small enough for tests, in the same proportions as the real ones. */
const LIMITS = {
  connectTimeoutMs: 900,
  headersTimeoutMs: 300,
  idleTimeoutMs: 300,
  totalTimeoutMs: 5000,
  hostSpacingMs: 0,
};

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((open) => open.close()));
});

function use<T extends { close(): Promise<void> }>(open: T): T {
  closing.push(open);
  return open;
}

function openFetcher(webs: readonly Web[], options: FetcherOptions = {}): Fetcher {
  const allowedAddresses = webs.map(({ endpoint }) => endpoint);
  const { limits, ...others } = options;
  return use(createFetcher({ allowedAddresses, limits: { ...LIMITS, ...limits }, ...others }));
}

function textOf(outcome: FetchOutcome): string {
  return outcome.kind === 'document' ? Buffer.from(outcome.bytes).toString() : outcome.kind;
}

describe('a document', () => {
  it('comes with the metadata of its headers', async () => {
    const web = use(
      await openWeb((_, response) => {
        response.setHeader('content-type', 'application/rss+xml; charset=utf-8');
        response.setHeader('etag', 'W/"7"');
        response.setHeader('last-modified', 'Fri, 14 Jun 2024 12:00:00 GMT');
        response.setHeader('cache-control', 'max-age=60');
        response.end(TEXT);
      }),
    );
    const outcome = await openFetcher([web]).fetch(`${web.origin}/feed#top`);
    expect(outcome).toEqual({
      kind: 'document',
      url: `${web.origin}/feed`,
      status: 200,
      contentType: 'application/rss+xml; charset=utf-8',
      bytes: Buffer.from(TEXT),
      etag: 'W/"7"',
      lastModified: 'Fri, 14 Jun 2024 12:00:00 GMT',
      maxAgeMs: 60_000,
    });
  });

  it('is requested with our name, a contact address and the wanted types', async () => {
    const web = use(await openWeb((_, response) => response.end()));
    const fetcher = openFetcher([web], { contactUrl: 'https://example.org/bot' });
    await fetcher.fetch(web.origin, { accept: 'feed' });
    expect(web.requests[0]?.headers).toMatchObject({
      'user-agent': 'Dateline/0.1 (+https://example.org/bot)',
      'accept-encoding': 'gzip, br, deflate',
      accept: expect.stringContaining('application/rss+xml') as string,
    });
  });

  it.each([
    ['gzip', gzipSync(TEXT)],
    ['X-GZIP', gzipSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['deflate', deflateRawSync(TEXT)],
    ['identity', Buffer.from(TEXT)],
    ['gzip', Buffer.concat([gzipSync(TEXT.slice(0, 100)), gzipSync(TEXT.slice(100))])],
    ['gzip', Buffer.alloc(0)],
  ])('is decompressed: %s', async (encoding, bytes) => {
    const web = use(
      await openWeb((_, response) => {
        response.setHeader('content-encoding', encoding).end(bytes);
      }),
    );
    expect(textOf(await openFetcher([web]).fetch(web.origin))).toBe(bytes.length > 0 ? TEXT : '');
  });

  it.each([
    [undefined, gzipSync(TEXT)],
    ['identity', gzipSync(TEXT)],
    ['gzip', Buffer.from(`<p>${TEXT}</p>`)],
    ['br', Buffer.from(`\uFEFF\n{"a": "${TEXT}"}`)],
    ['deflate', Buffer.from(`<p>${TEXT}</p>`)],
    ['br', gzipSync(TEXT)],
    ['utf-8', Buffer.from(TEXT)],
    ['none', Buffer.from(TEXT)],
    ['aws-chunked', Buffer.from(TEXT)],
    ['aws-chunked, gzip', gzipSync(TEXT)],
    ['zstd', Buffer.from(`<p>${TEXT}</p>`)],
  ])('is read although its coding is said to be %s', async (encoding, bytes) => {
    const web = use(
      await openWeb((_, response) => {
        if (encoding !== undefined) response.setHeader('content-encoding', encoding);
        response.end(bytes);
      }),
    );
    expect(textOf(await openFetcher([web]).fetch(web.origin))).toContain(TEXT);
  });

  it('is found through a name', async () => {
    const web = use(await openWeb((_, response) => response.end('hello')));
    const lookup = buildLookup({ 'news.example': ['127.0.0.1'] });
    const outcome = await openFetcher([web], { lookup }).fetch(`http://news.example:${web.port}/`);
    expect(textOf(outcome)).toBe('hello');
  });

  it('comes over TLS only if the certificate is trusted', async () => {
    const web = use(await openTls((_, response) => response.end('hello')));
    const link = `https://localhost:${web.port}/`;
    expect(textOf(await openFetcher([web], { ca: CERTIFICATE }).fetch(link))).toBe('hello');
    expect(await openFetcher([web]).fetch(link)).toMatchObject({
      reason: 'bad-certificate',
      message: 'The certificate of localhost is not valid (it is signed by itself).',
    });
    expect(
      await openFetcher([web], { ca: CERTIFICATE }).fetch(`https://127.0.0.1:${web.port}/`),
    ).toMatchObject({ reason: 'bad-certificate' });
  });
});

describe('a conditional request', () => {
  it('sends the validators that the caller has, and can result in "unchanged"', async () => {
    const web = use(
      await openWeb((_, response) => {
        response.writeHead(304, { 'cache-control': 'max-age=900' }).end();
      }),
    );
    const fetcher = openFetcher([web]);
    const outcome = await fetcher.fetch(web.origin, {
      etag: '"7"',
      lastModified: 'Fri, 14 Jun 2024 12:00:00 GMT',
    });
    expect(outcome).toEqual({ kind: 'unchanged', maxAgeMs: 900_000 });
    expect(web.requests[0]?.headers).toMatchObject({
      'if-none-match': '"7"',
      'if-modified-since': 'Fri, 14 Jun 2024 12:00:00 GMT',
    });
    expect(await fetcher.fetch(web.origin)).toMatchObject({ reason: 'http-status', status: 304 });
  });

  it('leaves out what a header cannot contain', async () => {
    const web = use(await openWeb((_, response) => response.end('hello')));
    const etag = '"7"\r\nx-injected: 1';
    expect(textOf(await openFetcher([web]).fetch(web.origin, { etag }))).toBe('hello');
    expect(web.requests[0]?.headers).not.toHaveProperty('x-injected');
  });
});

describe('redirects', () => {
  /** Answers `/301/302/end` with a 301 to `/302/end`, and so on. */
  function openChain(): Promise<Web> {
    return openWeb((request, response) => {
      const [, status = '', ...rest] = (request.url ?? '').split('/');
      if (status === 'end') response.end('hello');
      else if (status === 'loop') response.writeHead(302, { location: '/loop' }).end();
      else if (rest.length > 0)
        response.writeHead(Number(status), { location: `/${rest.join('/')}` }).end();
      else response.writeHead(Number(status)).end();
    });
  }

  it.each([
    ['/301/end', '/end'],
    ['/308/301/end', '/end'],
    ['/301/302/end', '/302/end'],
    ['/302/301/end', undefined],
    ['/303/end', undefined],
    ['/307/end', undefined],
    ['/end', undefined],
  ])('%s has moved for good to %s', async (path, moved) => {
    const web = use(await openChain());
    const outcome = await openFetcher([web]).fetch(web.origin + path);
    expect(outcome).toMatchObject({ kind: 'document', url: `${web.origin}/end` });
    expect((outcome as { permanentUrl?: string }).permanentUrl).toBe(moved && web.origin + moved);
  });

  it('give the new address of an unchanged document too', async () => {
    const web = use(await openChain());
    expect(await openFetcher([web]).fetch(`${web.origin}/301/304`, { etag: 'x' })).toEqual({
      kind: 'unchanged',
      permanentUrl: `${web.origin}/304`,
    });
  });

  it('are followed five times and no more', async () => {
    const web = use(await openChain());
    const fetcher = openFetcher([web]);
    const five = `${web.origin}/302/301/302/301/302/end`;
    expect(textOf(await fetcher.fetch(five))).toBe('hello');
    expect(await fetcher.fetch(`${web.origin}/301/302/301/302/301/302/end`)).toMatchObject({
      reason: 'too-many-redirects',
    });
  });

  it('that lead in a circle or nowhere are failures', async () => {
    const web = use(await openChain());
    const fetcher = openFetcher([web]);
    expect(await fetcher.fetch(`${web.origin}/loop`)).toMatchObject({ reason: 'redirect-loop' });
    expect(await fetcher.fetch(`${web.origin}/302`)).toMatchObject({ reason: 'bad-redirect' });
  });

  it('from https to http are reported and not remembered', async () => {
    const plain = use(await openWeb((_, response) => response.end('hello')));
    const secure = use(
      await openTls((_, response) => response.writeHead(301, { location: plain.origin }).end()),
    );
    const fetcher = openFetcher([plain, secure], { ca: CERTIFICATE });
    const outcome = await fetcher.fetch(`https://localhost:${secure.port}/`);
    expect(outcome).toMatchObject({ kind: 'document', isDowngraded: true });
    expect(outcome).not.toHaveProperty('permanentUrl');
  });

  it('lead to "gone" only if they are permanent', async () => {
    const web = use(await openChain());
    const fetcher = openFetcher([web]);
    expect(await fetcher.fetch(`${web.origin}/410`)).toEqual({ kind: 'gone' });
    expect(await fetcher.fetch(`${web.origin}/301/410`)).toEqual({ kind: 'gone' });
    expect(await fetcher.fetch(`${web.origin}/302/410`)).toMatchObject({
      reason: 'not-found',
      status: 410,
    });
  });
});

describe('a failure has a code and a sentence', () => {
  it.each([
    [401, 'forbidden', 'does not allow this page to be read (401).'],
    [403, 'forbidden', 'does not allow this page to be read (403).'],
    [404, 'not-found', 'does not have this page (404).'],
    [418, 'http-status', 'answered with status 418.'],
    [451, 'forbidden', 'does not allow this page to be read (451).'],
    [500, 'server-error', 'had an internal error (500).'],
    [503, 'server-error', 'had an internal error (503).'],
  ])('for status %i', async (status, reason, message) => {
    const web = use(await openWeb((_, response) => response.writeHead(status).end('sorry')));
    expect(await openFetcher([web]).fetch(web.origin)).toEqual({
      kind: 'failed',
      reason,
      message: `127.0.0.1 ${message}`,
      status,
    });
  });

  it('for a name that does not exist', async () => {
    const fetcher = openFetcher([], { lookup: buildLookup({}) });
    expect(await fetcher.fetch('https://unknown.example/')).toMatchObject({
      reason: 'no-such-host',
      message: 'unknown.example was not found.',
    });
  });

  it('for a DNS server that does not answer', async () => {
    const fetcher = openFetcher([], { lookup: () => {} });
    expect(await fetcher.fetch('https://slow.example/')).toMatchObject({
      reason: 'connect-timeout',
      message: 'slow.example could not be reached within one second.',
    });
  });

  it('for a port at which nothing listens', async () => {
    const web = await openWeb(() => {});
    await web.close();
    expect(await openFetcher([web]).fetch(web.origin)).toMatchObject({
      reason: 'no-connection',
      message: '127.0.0.1 could not be reached (nothing answers there).',
    });
  });

  it.each([
    ['a picture', 'image/png', 'feed'],
    ['a video', 'video/mp4', 'page'],
    ['a PDF document', 'application/pdf', 'page'],
  ] as const)('for %s', async (what, type, accept) => {
    const web = use(
      await openWeb((_, response) => response.setHeader('content-type', type).end('...')),
    );
    const options = { accept, obeyRobots: false };
    expect(await openFetcher([web]).fetch(web.origin, options)).toMatchObject({
      reason: 'wrong-type',
      message: `127.0.0.1 sent ${what}, not text.`,
    });
  });

  it('for TLS with a server that does not speak it', async () => {
    const web = use(await openWeb(() => {}));
    const outcome = await openFetcher([web]).fetch(`https://127.0.0.1:${web.port}/`);
    expect(outcome).toMatchObject({ reason: 'tls-failed' });
  });
});

describe('a host that asks for fewer requests', () => {
  it('is left alone, with all its links, for as long as it says', async () => {
    let time = Date.parse('2024-06-14T12:00:00Z');
    const web = use(
      await openWeb((request, response) => {
        if (request.url === '/busy') response.writeHead(429, { 'retry-after': '120' }).end();
        else response.end('hello');
      }),
    );
    const fetcher = openFetcher([web], { now: () => new Date(time) });
    expect(await fetcher.fetch(`${web.origin}/busy`)).toMatchObject({
      reason: 'rate-limited',
      retryAfterMs: 120_000,
      status: 429,
    });
    time += 100_000;
    expect(await fetcher.fetch(`${web.origin}/other`)).toMatchObject({
      reason: 'rate-limited',
      retryAfterMs: 20_000,
    });
    expect(web.requests).toHaveLength(1);
    time += 20_000;
    expect(textOf(await fetcher.fetch(`${web.origin}/other`))).toBe('hello');
  });

  it('gets no requests that were already waiting either', async () => {
    const web = use(await openWeb((_, response) => response.writeHead(429).end()));
    const fetcher = openFetcher([web], { limits: { maxPerHost: 1 } });
    const pages = Array.from({ length: 10 }, (_, at) => fetcher.fetch(`${web.origin}/${at}`));
    for (const outcome of await Promise.all(pages)) {
      expect(outcome).toMatchObject({ reason: 'rate-limited' });
    }
    expect(web.requests).toHaveLength(1);
  });

  it('may name a date until which to wait, at most a day ahead', async () => {
    const web = use(
      await openWeb((request, response) => {
        const after = request.url === '/date' ? 'Fri, 14 Jun 2024 12:01:00 GMT' : '99999999';
        response.writeHead(503, { 'retry-after': after }).end();
      }),
    );
    const now = () => new Date('2024-06-14T12:00:00Z');
    expect(await openFetcher([web], { now }).fetch(`${web.origin}/date`)).toMatchObject({
      reason: 'server-error',
      retryAfterMs: 60_000,
    });
    expect(await openFetcher([web], { now }).fetch(`${web.origin}/long`)).toMatchObject({
      retryAfterMs: 24 * 3600 * 1000,
    });
  });
});

describe('a caller', () => {
  it('may give up while it waits for the response', async () => {
    const web = use(await openWeb(() => {}));
    const controller = new AbortController();
    const fetching = openFetcher([web]).fetch(web.origin, { signal: controller.signal });
    await until(() => web.requests.length > 0);
    controller.abort();
    expect(await fetching).toMatchObject({ reason: 'aborted' });
    await until(() => web.open() === 0);
  });

  it('may give up before the request', async () => {
    const web = use(await openWeb(() => {}));
    const options = { signal: AbortSignal.abort() };
    expect(await openFetcher([web]).fetch(web.origin, options)).toMatchObject({
      reason: 'aborted',
    });
    expect(web.connections()).toBe(0);
  });

  it('may give up while it waits for a robots.txt', async () => {
    const web = use(await openWeb(() => {}));
    const controller = new AbortController();
    const options = { signal: controller.signal, accept: 'page' } as const;
    const fetching = openFetcher([web]).fetch(web.origin, options);
    await until(() => web.requests.length > 0);
    controller.abort();
    expect(await fetching).toMatchObject({ reason: 'aborted' });
  });
});

describe('a fetcher that is closed', () => {
  it('ends its requests, refuses new ones and leaves no socket', async () => {
    const web = use(await openWeb((_, response) => response.write('half')));
    const fetcher = openFetcher([web], { limits: { ...LIMITS, maxPerHost: 2 } });
    const fetching = [1, 2, 3].map((page) => fetcher.fetch(`${web.origin}/${page}`));
    await until(() => web.requests.length === 2);
    await fetcher.close();
    for (const outcome of await Promise.all(fetching)) {
      expect(outcome).toMatchObject({ reason: 'closed' });
    }
    expect(await fetcher.fetch(web.origin)).toMatchObject({ reason: 'closed' });
    await until(() => web.open() === 0);
  });

  it('leaves neither a socket nor a timer that waits for a name', async () => {
    let answer: (() => void) | undefined;
    const web = use(await openWeb(() => {}));
    const fetcher = openFetcher([web], {
      lookup: (_, __, callback) => {
        answer = () => callback(null, [{ address: '127.0.0.1', family: 4 }]);
      },
    });
    const before = process.getActiveResourcesInfo().length;
    const fetching = fetcher.fetch(`http://slow.example:${web.port}/`);
    await until(() => answer !== undefined);
    await fetcher.close();
    expect(await fetching).toMatchObject({ reason: 'closed' });
    answer?.();
    await new Promise(setImmediate);
    expect(web.connections()).toBe(0);
    expect(process.getActiveResourcesInfo().length).toBeLessThanOrEqual(before);
  });

  it('leaves no socket after documents, redirects and failures either', async () => {
    const web = use(
      await openWeb((request, response) => {
        if (request.url === '/') response.end('hello');
        else if (request.url === '/moved') response.writeHead(301, { location: '/' }).end('moved');
        else response.writeHead(500).write(TEXT);
      }),
    );
    const fetcher = openFetcher([web]);
    for (const path of ['/', '/moved', '/broken']) await fetcher.fetch(web.origin + path);
    await until(() => web.open() === 0);
    expect(web.connections()).toBe(4);
  });
});

it('never throws, whatever the link', async () => {
  const fetcher = openFetcher([], { lookup: buildLookup({}) });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' }), fc.ipV4(), fc.ipV6()),
      fc.constantFrom('', 'http://', 'https://', 'http://['),
      async (link, prefix) => {
        const outcome = await fetcher.fetch(prefix + link);
        expect(outcome.kind).toBe('failed');
      },
    ),
    { numRuns: 300 },
  );
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
