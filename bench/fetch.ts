import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { gunzip, gzipSync } from 'node:zlib';
import { Client } from 'undici';
import { createFetcher } from '../src/web/fetch-document.ts';

const MEGABYTE = 1024 * 1024;
const PAGE = gzipSync('<p>A sentence of a page that is read again and again.</p>\n'.repeat(600));
const BOMB = gzipSync(Buffer.alloc(MEGABYTE), { level: 9 });
const ROUNDS = 5;
const REQUESTS = 200;

/** The responses of an ordinary page and of hostile hosts, by path. */
const BODIES: Readonly<Record<string, (response: ServerResponse) => void>> = {
  page: (response) => response.setHeader('content-encoding', 'gzip').end(PAGE),
  'gzip bomb of 10 GB': (response) =>
    repeat(response.setHeader('content-encoding', 'gzip'), BOMB, 10_240),
  'endless body': (response) => repeat(response, Buffer.alloc(MEGABYTE), Number.POSITIVE_INFINITY),
  'endless headers': (response) => repeat(response.socket, 'x: y\r\n'.repeat(1000), 1000),
};

/** robots.txt files that are built to be slow to parse or to match. */
const ROBOTS: Readonly<Record<string, string>> = {
  'agents times rules': 'User-agent: x\n'.repeat(17_000) + 'Allow: /a\n'.repeat(25_000),
  wildcards: `User-agent: *\n${`Allow: /${'*a'.repeat(60)}\n`.repeat(4000)}`,
  'short rules': `User-agent: *\n${'Allow:/\n'.repeat(60_000)}`,
};

/** Prints the cost of fetching as a ratio to bare undici, and the cost of hostile hosts. */
export async function run(): Promise<void> {
  let robots = '';
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '').slice(1));
    if (name === 'robots.txt') response.end(robots);
    else (BODIES[name] ?? ((to: ServerResponse) => to.end('page')))(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const open = () =>
    createFetcher({
      allowedAddresses: [`127.0.0.1:${port}`],
      limits: { hostSpacingMs: 0, maxPerHost: 12 },
    });

  const fetcher = open();
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await measure(() => each(() => fetchBare(origin)));
    const ours = await measure(() => each(() => fetcher.fetch(`${origin}/page`)));
    ratios.push(ours.cpuMs / bare.cpuMs);
  }
  const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  console.log(`CPU of a 34 kB page in gzip, server included: ${middle.toFixed(2)} × bare undici`);

  for (const name of Object.keys(BODIES)) {
    let end = '';
    const { ms, bytes, blockedMs } = await measure(async () => {
      const outcome = await fetcher.fetch(`${origin}/${encodeURIComponent(name)}`);
      end = outcome.kind === 'failed' ? outcome.reason : outcome.kind;
    });
    print(name, end, ms, bytes, blockedMs);
  }
  await fetcher.close();
  for (const [name, text] of Object.entries(ROBOTS)) {
    robots = text;
    const client = open();
    let end = '';
    const { ms, bytes, blockedMs } = await measure(async () => {
      const link = `${origin}/${'a'.repeat(2000)}`;
      const outcome = await client.fetch(link, { accept: 'page' });
      end = outcome.kind === 'failed' ? outcome.reason : outcome.kind;
    });
    print(`robots.txt of ${name}`, end, ms, bytes, blockedMs);
    await client.close();
  }
  server.closeAllConnections();
  server.close();
}

function print(name: string, end: string, ms: number, bytes: number, blockedMs: number): void {
  const memory = `${(bytes / MEGABYTE).toFixed(0)} MB extra at most`;
  console.log(
    `${name}: ${end} after ${ms.toFixed(0)} ms, ${memory}, event loop blocked for ${blockedMs.toFixed(0)} ms`,
  );
}

/** Measures wall time, processor time, peak memory above the start, and how long the event loop was blocked at most. */
async function measure(work: () => Promise<unknown>) {
  const before = process.memoryUsage.rss();
  let most = before;
  const sampling = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  delay.disable();
  clearInterval(sampling);
  most = Math.max(most, process.memoryUsage.rss());
  return { ms, cpuMs: (user + system) / 1000, bytes: most - before, blockedMs: delay.max / 1e6 };
}

async function each(work: () => Promise<unknown>): Promise<void> {
  for (let at = 0; at < REQUESTS; at += 1) await work();
}

/** The minimum that does the same: a connection, a request, the body. */
async function fetchBare(origin: string): Promise<void> {
  const client = new Client(origin, { pipelining: 0 });
  const { body } = await client.request({ path: '/page', method: 'GET' });
  await promisify(gunzip)(await body.arrayBuffer());
  await client.close();
}

function repeat(to: NodeJS.WritableStream | null, piece: string | Buffer, times: number): void {
  let left = times;
  const send = (): void => {
    for (let more = true; more && left > 0; left -= 1) more = to?.write(piece) ?? false;
    to?.once('drain', send);
  };
  send();
}
