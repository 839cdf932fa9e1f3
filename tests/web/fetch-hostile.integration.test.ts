import { createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { createGzip, brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher } from '../../src/web/fetch-document.ts';
import { buildLookup, openTcp, openWeb, type Web } from '../support/open-web.ts';

const LIMITS = {
  connectTimeoutMs: 900,
  headersTimeoutMs: 400,
  idleTimeoutMs: 400,
  totalTimeoutMs: 900,
  hostSpacingMs: 0,
  maxPerHost: 12,
};

/**
 * A listener on every address of this machine, which counts connections. Its port is allowed for public
 * addresses, so that only the check of the address keeps a link from reaching it.
 */
let visits = 0;
let port = 0;
const inner = createServer((socket) => {
  visits += 1;
  socket.destroy();
});
let fetcher: Fetcher;

beforeAll(async () => {
  inner.listen(0, '::');
  await once(inner, 'listening');
  port = (inner.address() as AddressInfo).port;
  fetcher = createFetcher({
    allowedAddresses: [`*:${port}`],
    limits: LIMITS,
    lookup: buildLookup({
      localhost: ['127.0.0.1', '::1'],
      'localhost.': ['127.0.0.1'],
      'private.example': ['10.1.2.3'],
      'mapped.example': ['::ffff:127.0.0.1'],
      'metadata.google.internal': ['169.254.169.254'],
      'ten.example': Array.from({ length: 10 }, (_, at) => `127.0.0.${at + 1}`),
      'changing.example': [['10.0.0.1'], ['127.0.0.1'], ['::1'], ['0.0.0.0']],
    }),
  });
});
afterAll(async () => {
  await fetcher.close();
  inner.close();
});

describe('a link to a forbidden address', () => {
  it.each([
    ['http://127.0.0.1:PORT/', 'refused-address'],
    ['http://127.0.0.2:PORT/', 'refused-address'],
    ['http://localhost:PORT/', 'refused-address'],
    ['http://LOCALHOST.:PORT/', 'refused-address'],
    ['http://2130706433:PORT/', 'refused-address'],
    ['http://0x7f000001:PORT/', 'refused-address'],
    ['http://0x7F.0x0.0x0.0x1:PORT/', 'refused-address'],
    ['http://017700000001:PORT/', 'refused-address'],
    ['http://0177.0.0.1:PORT/', 'refused-address'],
    ['http://127.1:PORT/', 'refused-address'],
    ['http://127.0.1:PORT/', 'refused-address'],
    ['http://127.0.0.1.:PORT/', 'refused-address'],
    ['http://%31%32%37.0.0.1:PORT/', 'refused-address'],
    ['http://127。0。0。1:PORT/', 'refused-address'],
    ['http://①②⑦.⓪.⓪.①:PORT/', 'refused-address'],
    ['http://0:PORT/', 'refused-address'],
    ['http://0.0.0.0:PORT/', 'refused-address'],
    ['http://[::]:PORT/', 'refused-address'],
    ['http://[::1]:PORT/', 'refused-address'],
    ['http://[0:0:0:0:0:0:0:1]:PORT/', 'refused-address'],
    ['http://[::ffff:127.0.0.1]:PORT/', 'refused-address'],
    ['http://[::ffff:7f00:1]:PORT/', 'refused-address'],
    ['http://[::127.0.0.1]:PORT/', 'refused-address'],
    ['http://[64:ff9b::127.0.0.1]:PORT/', 'refused-address'],
    ['http://[2002:7f00:1::]:PORT/', 'refused-address'],
    ['http://[fe80::1]:PORT/', 'refused-address'],
    ['http://[fd00::1]/', 'refused-address'],
    ['http://[ff02::1]/', 'refused-address'],
    ['http://10.0.0.1/', 'refused-address'],
    ['http://172.16.0.1/', 'refused-address'],
    ['http://192.168.0.1/', 'refused-address'],
    ['http://100.64.0.1/', 'refused-address'],
    ['http://169.254.169.254/latest/meta-data/', 'refused-address'],
    ['http://2852039166/latest/meta-data/', 'refused-address'],
    ['http://metadata.google.internal/', 'refused-address'],
    ['http://168.63.129.16/machine', 'refused-address'],
    ['http://255.255.255.255/', 'refused-address'],
    ['http://224.0.0.1/', 'refused-address'],
    ['http://private.example/', 'refused-address'],
    ['https://private.example/', 'refused-address'],
    ['http://mapped.example:PORT/', 'refused-address'],
    ['http://ten.example:PORT/', 'refused-address'],
    ['http://me:secret@127.0.0.1:PORT/', 'refused-credentials'],
    ['http://example.org@127.0.0.1:PORT/', 'refused-credentials'],
    ['http://example.org\\@127.0.0.1:PORT/', 'no-such-host'],
    ['http://127.0.0.1:22/', 'refused-port'],
    ['http://127.0.0.1:6379/', 'refused-port'],
    ['gopher://127.0.0.1:PORT/_GET', 'refused-scheme'],
    ['file:///etc/passwd', 'refused-scheme'],
    ['ftp://127.0.0.1:PORT/', 'refused-scheme'],
    ['dict://127.0.0.1:PORT/', 'refused-scheme'],
    ['jar:http://127.0.0.1:PORT/!/', 'refused-scheme'],
    ['data:text/html,<script>', 'refused-scheme'],
    ['http://[::1%25lo]:PORT/', 'bad-link'],
    ['http://127.0.0.1:PORT\r\nHost: example.org/', 'bad-link'],
    ['http:///127.0.0.1:PORT/', 'refused-address'],
    ['ht\ntp://127.0.\t0.1:PORT/', 'refused-address'],
  ])('%s is refused: %s', async (link, reason) => {
    expect(await fetcher.fetch(link.replace('PORT', String(port)))).toMatchObject({ reason });
    expect(visits).toBe(0);
  });

  it('would be counted if it got through', async () => {
    const open = createFetcher({ allowedAddresses: [`127.0.0.1:${port}`], limits: LIMITS });
    expect(await open.fetch(`http://127.0.0.1:${port}/`)).toMatchObject({ reason: 'broken-off' });
    expect(visits).toBe(1);
    visits = 0;
    await open.close();
  });

  it('is refused whatever the name resolves to', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const outcome = await fetcher.fetch(`http://changing.example:${port}/`);
      expect(outcome).toMatchObject({ reason: 'refused-address' });
    }
    expect(visits).toBe(0);
  });

  it('is refused for every such address in every spelling', async () => {
    await fc.assert(
      fc.asyncProperty(innerAddress(), async (host) => {
        const outcome = await fetcher.fetch(`http://${host}:${port}/`);
        expect(outcome).toMatchObject({ reason: 'refused-address' });
      }),
      { numRuns: 300 },
    );
    expect(visits).toBe(0);
  });

  it('is refused when a page or a robots.txt redirects to it', async () => {
    const hosts = ['127.0.0.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '0', 'localhost.'];
    const targets = hosts.map((host) => `http://${host}:${port}/`);
    const web = await openWeb((request, response) => {
      const at = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0);
      response.writeHead(at % 2 ? 301 : 307, { location: targets[at] ?? targets[0] }).end();
    });
    const guarded = createFetcher({
      allowedAddresses: [web.endpoint, `*:${port}`],
      limits: LIMITS,
      lookup: buildLookup({ 'localhost.': ['127.0.0.1'] }),
    });
    for (const at of targets.keys()) {
      const outcome = await guarded.fetch(`${web.origin}/${at}`);
      expect(outcome).toMatchObject({ reason: 'refused-address' });
    }
    const page = await guarded.fetch(web.origin, { accept: 'page' });
    expect(page).toMatchObject({ reason: 'refused-address' });
    expect(visits).toBe(0);
    await guarded.close();
    await web.close();
  });

  it('is opened only at the checked address, even if the name resolves to another one later', async () => {
    const web = await openWeb((_, response) => response.end('hello'));
    const guarded = createFetcher({
      allowedAddresses: [web.endpoint, `*:${port}`],
      limits: LIMITS,
      lookup: buildLookup({ 'rebinding.example': [['127.0.0.1'], ['127.0.0.2'], ['::1']] }),
    });
    const link = `http://rebinding.example:${web.port}/`;
    expect(await guarded.fetch(link)).toMatchObject({ kind: 'document' });
    expect(await guarded.fetch(link)).toMatchObject({ reason: 'refused-address' });
    expect(await guarded.fetch(link)).toMatchObject({ reason: 'refused-address' });
    expect(web.connections()).toBe(1);
    await guarded.close();
    await web.close();
  });
});

describe('a hostile response', () => {
  let web: Web | undefined;
  const openFetchers: Fetcher[] = [];
  afterEach(async () => {
    await Promise.all(openFetchers.splice(0).map((open) => open.close()));
    await web?.close();
    web = undefined;
  });

  async function fetchFrom(opened: Promise<Web>, limits = {}) {
    web = await opened;
    const open = createFetcher({
      allowedAddresses: [web.endpoint],
      limits: { ...LIMITS, ...limits },
    });
    openFetchers.push(open);
    const outcome = await open.fetch(web.origin);
    return outcome.kind === 'failed' ? outcome.reason : outcome.kind;
  }

  /** Sends these bytes as a raw response, and then calls `more`. */
  function answer(text: string | Buffer, more: (socket: Socket) => void = (s) => s.end()) {
    return openTcp((socket) => {
      socket.once('data', () => {
        socket.write(text);
        more(socket);
      });
    });
  }

  function every(ms: number, text: string): (socket: Socket) => void {
    return (socket) => {
      const timer = setInterval(() => socket.write(text), ms);
      socket.on('close', () => clearInterval(timer));
    };
  }

  const OK = 'HTTP/1.1 200 OK\r\n';

  it.each([
    ['a body of one byte at a time', `${OK}\r\n`, every(100, 'x'), 'too-slow'],
    ['no answer at all', '', () => {}, 'headers-timeout'],
    ['headers of one byte at a time', OK, every(100, 'x'), 'too-slow'],
    ['headers without an end', OK, every(1, `x: ${'x'.repeat(9000)}\r\n`), 'bad-response'],
    ['endless interim responses', '', every(50, 'HTTP/1.1 100 Continue\r\n\r\n'), 'broken-off'],
    [
      'a body shorter than announced',
      `${OK}content-length: 100\r\n\r\nhalf`,
      undefined,
      'broken-off',
    ],
    [
      'chunks that break off',
      `${OK}transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n`,
      undefined,
      'broken-off',
    ],
    [
      'chunks of an invalid size',
      `${OK}transfer-encoding: chunked\r\n\r\nzz\r\n`,
      undefined,
      'bad-response',
    ],
    [
      'two lengths',
      `${OK}content-length: 1\r\ncontent-length: 2\r\n\r\nab`,
      undefined,
      'bad-response',
    ],
    ['an invalid length', `${OK}content-length: -1\r\n\r\nab`, undefined, 'bad-response'],
    [
      'a length and chunks',
      `${OK}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`,
      undefined,
      'bad-response',
    ],
    [
      'a length beyond the limit',
      `${OK}content-length: 99999999999\r\n\r\n`,
      () => {},
      'too-large',
    ],
    ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n', undefined, 'bad-response'],
    ['a connection that drops', '', undefined, 'broken-off'],
    [
      'a broken gzip',
      `${OK}content-encoding: gzip\r\n\r\nno gzip at all`,
      undefined,
      'bad-encoding',
    ],
    [
      'a broken brotli',
      `${OK}content-encoding: br\r\n\r\nno brotli at all`,
      undefined,
      'bad-encoding',
    ],
    [
      'an unknown encoding',
      `${OK}content-encoding: zstd\r\n\r\nwhatever`,
      undefined,
      'bad-encoding',
    ],
    [
      'encodings on top of each other',
      `${OK}content-encoding: gzip, gzip\r\n\r\nwhatever`,
      undefined,
      'bad-encoding',
    ],
    [
      'a redirect without an address',
      'HTTP/1.1 302 Found\r\nlocation: http://[\r\n\r\n',
      undefined,
      'bad-redirect',
    ],
    [
      'a redirect into a file',
      'HTTP/1.1 302 Found\r\nlocation: file:///etc/passwd\r\n\r\n',
      undefined,
      'refused-scheme',
    ],
    [
      'a redirect with a password',
      'HTTP/1.1 302 Found\r\nlocation: http://a:b@c.example/\r\n\r\n',
      undefined,
      'refused-credentials',
    ],
    [
      'a redirect to itself',
      'HTTP/1.1 301 Moved\r\nlocation: /\r\n\r\n',
      undefined,
      'redirect-loop',
    ],
    [
      'a redirect without end',
      `HTTP/1.1 302 Found\r\nlocation: /${'a'.repeat(3000)}\r\n\r\n`,
      undefined,
      'link-too-long',
    ],
  ] as const)('%s is ended', async (_, text, more, reason) => {
    // The total time is short only if the test expects it to end the response.
    const limits = reason === 'too-slow' ? {} : { totalTimeoutMs: 10_000 };
    expect(await fetchFrom(answer(text, more), limits)).toBe(reason);
    while (web?.open() !== 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('a body that stops is ended before the total time is over', async () => {
    const half = answer(`${OK}content-length: 100\r\n\r\nhalf`, () => {});
    expect(await fetchFrom(half, { totalTimeoutMs: 10_000 })).toBe('body-timeout');
  });

  it('a truncated gzip is not a document', async () => {
    const half = gzipSync('a text that goes on '.repeat(500)).subarray(0, 40);
    const head = `${OK}content-encoding: gzip\r\ncontent-length: 40\r\n\r\n`;
    expect(await fetchFrom(answer(Buffer.concat([Buffer.from(head), half])))).toBe('bad-encoding');
  });

  it('an entity bomb is just a few bytes', async () => {
    const lines = Array.from(
      { length: 10 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    );
    const text = `<!DOCTYPE rss [<!ENTITY l0 "ha">${lines.join('')}]><rss>&l10;</rss>`;
    web = await openWeb((_, response) => response.end(text));
    const open = createFetcher({ allowedAddresses: [web.endpoint], limits: LIMITS });
    openFetchers.push(open);
    expect(await open.fetch(web.origin)).toMatchObject({ bytes: Buffer.from(text) });
  });

  const MEGABYTE = 1024 * 1024;
  const zeros = Buffer.alloc(MEGABYTE);

  it('a body without end is ended at the limit', async () => {
    let sent = 0;
    const endless = openWeb((_, response) => {
      const send = (): void => {
        while (!response.destroyed && response.write(zeros)) sent += MEGABYTE;
        response.once('drain', send);
      };
      send();
    });
    expect(await fetchFrom(endless, { totalTimeoutMs: 20_000 })).toBe('too-large');
    expect(sent).toBeLessThan(40 * MEGABYTE);
  });

  it.each([
    ['gzip', gzipSync(zeros, { level: 9 })],
    ['br', undefined],
  ])('10 GB in some megabytes of %s are ended at the limit', async (encoding, member) => {
    // Gzip can concatenate members; brotli cannot, so it is one long run of zeros.
    const bomb =
      member ??
      brotliCompressSync(Buffer.alloc(200 * MEGABYTE), {
        params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
      });
    let members = 0;
    const opened = openWeb((_, response) => {
      response.setHeader('content-encoding', encoding);
      const send = (): void => {
        while (members < 10_240 && !response.destroyed) {
          members += 1;
          if (!response.write(bomb)) break;
        }
        if (members < 10_240) response.once('drain', send);
        else response.end();
      };
      send();
    });
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 5);
    expect(await fetchFrom(opened, { totalTimeoutMs: 20_000 })).toBe('too-large');
    clearInterval(watching);
    expect(most).toBeLessThan(64 * MEGABYTE);
  });

  it('a bomb does not block the event loop', async () => {
    const opened = openWeb((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      const gzip = createGzip({ level: 1 });
      gzip.pipe(response);
      const send = (): void => {
        while (!response.destroyed && gzip.write(zeros));
        gzip.once('drain', send);
      };
      send();
    });
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    expect(await fetchFrom(opened, { totalTimeoutMs: 20_000 })).toBe('too-large');
    clearInterval(turning);
    // At most one chunk of 16 kB is read per turn, and 10 MB are 640 chunks.
    expect(turns).toBeGreaterThan(3);
  });
});

/** Addresses of this machine and its neighbours, in forms that a URL may have. */
function innerAddress(): fc.Arbitrary<string> {
  const byte = fc.integer({ min: 0, max: 255 });
  const ipv4 = fc.oneof(
    fc.tuple(fc.constant(127), byte, byte, byte),
    fc.tuple(fc.constant(0), byte, byte, byte),
    fc.tuple(fc.constant(10), byte, byte, byte),
    fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
    fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  );
  const forms: readonly ((bytes: readonly number[]) => string)[] = [
    (bytes) => bytes.join('.'),
    (bytes) => `${bytes.join('.')}.`,
    (bytes) => bytes.map((part) => `0x${part.toString(16)}`).join('.'),
    (bytes) => bytes.map((part) => `0${part.toString(8)}`).join('.'),
    (bytes) => bytes.map((part, at) => (at % 2 ? `0X${part.toString(16)}` : part)).join('.'),
    (bytes) => String(whole(bytes)),
    (bytes) => `0x${whole(bytes).toString(16)}`,
    (bytes) => `0${whole(bytes).toString(8)}`,
    ([a = 0, b = 0, c = 0, d = 0]) => `${a}.${b}.${c * 256 + d}`,
    ([a = 0, b = 0, c = 0, d = 0]) => `${a}.${(b * 256 + c) * 256 + d}`,
    (bytes) => bytes.join('%2E'),
    (bytes) => bytes.join('。'),
    (bytes) => bytes.join('.').replace(/\d/gu, fullWidth),
    (bytes) => `[::ffff:${bytes.join('.')}]`,
    (bytes) => `[::${bytes.join('.')}]`,
    (bytes) => `[64:ff9b::${bytes.join('.')}]`,
    (bytes) => `[2002:${hex(bytes)}::1]`,
    (bytes) => `[2001:0:0:0:0:0:${hex(bytes)}]`,
    (bytes) => `[fe80::${hex(bytes)}]`,
    (bytes) => `[fd12::${hex(bytes)}]`,
  ];
  return fc.tuple(fc.constantFrom(...forms), ipv4).map(([write, bytes]) => write(bytes));
}

function fullWidth(digit: string): string {
  return String.fromCodePoint(0xff10 + Number(digit));
}

function whole(bytes: readonly number[]): number {
  return bytes.reduce((sum, part) => sum * 256 + part, 0);
}

function hex([a = 0, b = 0, c = 0, d = 0]: readonly number[]): string {
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}
