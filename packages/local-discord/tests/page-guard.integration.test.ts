import { request } from 'node:http';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openLocalDiscord, type LocalDiscord } from '../local-discord.ts';
import { ask } from '../testing/ask.ts';
import { openWorld } from '../testing/open-world.ts';

let folder: string;
let discord: LocalDiscord;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>x</title>');
  await writeFile(join(folder, 'assets', 'index-abc.js'), 'export {};');
  await writeFile(join(folder, 'assets', 'index-abc.js.br'), 'shorter');
  await writeFile(join(folder, 'built-from'), 'secret');
  discord = await openLocalDiscord({ openPage: () => Promise.resolve({ kind: 'built', folder }) });
});
afterAll(async () => {
  await discord.close();
  await rm(folder, { recursive: true });
});

/** Sends a request with headers that browsers set and `fetch` forbids. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const host = (headers['host'] ?? 'SELF').replace('SELF', new URL(discord.url).host);
  return await new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      request(`${discord.url}${path}`, { method, headers: { ...headers, host } }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
}

const FOREIGN: [string, Record<string, string>][] = [
  ['a foreign host name', { host: 'evil.example' }],
  ['a name that begins like loopback', { host: '127.0.0.1.evil.example' }],
  ['a page of another site', { origin: 'https://evil.example' }],
  ['a page of another port', { origin: 'http://127.0.0.1:1' }],
  ['a page with an opaque origin', { origin: 'null' }],
  ['a picture or script of another site', { 'sec-fetch-site': 'cross-site' }],
  ['a picture or script of another port', { 'sec-fetch-site': 'same-site' }],
];

describe('the page', () => {
  it('has a strict policy and is not cached', async () => {
    const { status, headers, body } = await get('/');
    expect([status, body]).toEqual([200, '<!doctype html><title>x</title>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
        "connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    });
  });

  it('has files that are cached for ever, and compressed if the browser accepts that', async () => {
    const plain = await get('/assets/index-abc.js');
    expect(plain.body).toBe('export {};');
    expect(plain.headers['content-type']).toMatch('text/javascript');
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const short = await get('/assets/index-abc.js', { 'accept-encoding': 'gzip, br' });
    expect([short.body, short.headers['content-encoding']]).toEqual(['shorter', 'br']);
  });

  it.each(['/built-from', '/assets/../built-from', '/assets/%2e%2e/built-from', '/assets/none.js'])(
    'does not serve %s',
    async (path) => {
      expect(await get(path)).toMatchObject({
        status: 404,
        body: expect.not.stringMatching('secret'),
      });
    },
  );

  it('can be opened by a link on any site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' };
    expect((await get('/', headers)).status).toBe(200);
    expect((await get('/local/state', headers)).status).toBe(403);
  });

  it('has one origin, whichever name of this machine is used', async () => {
    const port = new URL(discord.url).port;
    const { status, headers } = await get('/', { host: `localhost:${port}` });
    expect([status, headers['location']]).toEqual([302, `${discord.url}/`]);
  });

  it('is replaced by an explanation if there is none', async () => {
    const why = 'Vite is not installed.';
    const bare = await openLocalDiscord({
      openPage: () => Promise.resolve({ kind: 'missing', why }),
    });
    const response = await fetch(bare.url);
    expect(response.headers.get('content-type')).toMatch('text/plain');
    expect(await response.text()).toMatch(/Vite is not installed\.[^]*curl -s http/);
    expect((await fetch(`${bare.url}/local/view`)).status).toBe(200);
    await bare.close();
  });
});

describe('another site in the same browser', () => {
  const paths = [
    '/',
    '/assets/index-abc.js',
    '/local/view',
    '/local/events',
    '/attachments/1/2/x',
    '/api/v10/gateway',
  ];

  it.each(FOREIGN.flatMap(([who, headers]) => paths.map((path) => [who, path, headers] as const)))(
    'gets nothing as %s from %s',
    async (_who, path, headers) => {
      const answer = await get(path, headers);
      expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([
        403,
        undefined,
      ]);
    },
  );

  it('cannot change anything with a form or a script', async () => {
    const before = discord.clock.now();
    const headers = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' };
    for (const path of ['/local/clock', '/local/act']) {
      expect((await get(path, headers, 'POST')).status).toBe(403);
      expect((await get(path, { origin: 'https://evil.example' }, 'OPTIONS')).status).toBe(403);
    }
    expect(discord.clock.now() - before).toBeLessThan(60_000);
  });

  it('cannot connect to the gateway', async () => {
    const connect = async (origin?: string) => {
      const socket = new WebSocket(discord.url.replace('http', 'ws'), origin ? { origin } : {});
      const outcome = await new Promise<string>((resolve) => {
        socket.on('open', () => resolve('open'));
        socket.on('error', (error) => resolve(error.message));
      });
      socket.terminate();
      return outcome;
    };
    expect(await connect('https://evil.example')).toContain('403');
    expect(await connect()).toBe('open');
  });
});

describe('files that were sent', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

  async function send(
    content: string | Buffer<ArrayBuffer>,
    name: string,
    type: string,
    body: object = {},
  ) {
    await using world = await openWorld();
    const form = new FormData();
    form.set('payload_json', JSON.stringify(body));
    form.set('files[0]', new File([content], name, { type }));
    const at = `POST /channels/${world.discord.channelId}/messages`;
    const { json } = await ask(world.discord, at, form);
    const [attachment] = json.attachments;
    const served = await fetch(attachment.url);
    const header = (key: string) => served.headers.get(key);
    return {
      message: json,
      attachment,
      type: header('content-type'),
      disposition: header('content-disposition')?.split(';')[0],
      sniff: header('x-content-type-options'),
      policy: header('content-security-policy'),
    };
  }

  it('are shown if their bytes are a picture’s, and have its size', async () => {
    const sent = await send(PNG, 'a.png', 'application/octet-stream');
    expect(sent).toMatchObject({ type: 'image/png', disposition: 'inline', sniff: 'nosniff' });
    expect(sent.attachment).toMatchObject({ content_type: 'image/png', width: 1, height: 1 });
  });

  it('have their size also in the message’s components', async () => {
    const items = [{ media: { url: 'attachment://a.png' } }];
    const body = { flags: 1 << 15, components: [{ type: 12, items }] };
    const { message, attachment } = await send(PNG, 'a.png', 'image/png', body);
    const { url } = attachment;
    expect(message.components[0].items[0].media).toMatchObject({ url, width: 1, height: 1 });
  });

  it.each([
    ['an SVG', SVG, 'a.svg', 'image/svg+xml'],
    ['a page', '<script>alert(1)</script>', 'a.html', 'text/html'],
    ['a page that is declared as a picture', '<script>alert(1)</script>', 'a.png', 'image/png'],
  ])('are downloaded as bytes if they are %s', async (_what, content, name, type) => {
    const sent = await send(content, name, type);
    expect(sent).toMatchObject({
      type: 'application/octet-stream',
      disposition: 'attachment',
      sniff: 'nosniff',
      policy: expect.stringMatching(/default-src 'none'; sandbox/),
    });
    expect(sent.attachment.content_type).not.toBe('image/png');
  });
});
