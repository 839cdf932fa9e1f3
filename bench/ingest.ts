import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { createLog } from '../src/log.ts';
import { buildSource } from '../src/ingest/sources/build-source.ts';
import { createFetcher } from '../src/web/fetch-document.ts';
import { createPageReader } from '../src/web/pages/page-reader.ts';
import { HOST, sourceKey } from '../src/ingest/sources/source.ts';
import { RECORDS } from '../src/run/records.ts';
import { openStore } from '../src/store/open-store.ts';
import { createSourcePoller } from '../src/ingest/feeds/poll-sources.ts';

const FEEDS = 500;
const ITEMS = 20;
/** Concurrent requests when the same bytes are only fetched. */
const AT_ONCE = 12;
/** As the bot has where there are two cores. */
const PAGE_THREADS = 2;
const DAY_MS = 24 * 3_600_000;
/** The interval at which the event loop's delay is sampled. Whatever exceeds it in a sample is latency. */
const RESOLUTION_MS = 10;

/**
 * Prints how long it takes to read 500 feeds of 20 teasers and the 10,000 pages behind them from a publisher on
 * loopback into a SQLite store, compared with a second poll of the unchanged feeds and a plain `fetch` of the
 * same bytes.
 */
export async function run(): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  const { publisher, port } = await startPublisher();
  try {
    const first = await readAll(join(base, 'store.sqlite'), port);
    const plain = await measure(() => fetchAll(port));
    const articles = FEEDS * ITEMS;
    console.log(`${FEEDS} feeds of ${ITEMS} items and their pages, from loopback`);
    print(
      'first poll',
      `${seconds(first.poll.ms)}, ${(articles / (first.poll.ms / 1000)).toFixed(0)} articles a second`,
    );
    print('processor time', `${first.cpuMs.toFixed(1)} ms an article, threads and all`);
    print('stored', `${first.stored} of ${articles}`);
    print(
      'event loop latency',
      `p99 ${first.poll.p99Ms.toFixed(1)} ms, max ${first.poll.maxMs.toFixed(0)} ms`,
    );
    print('peak memory (RSS)', `${first.peakMb.toFixed(0)} MB`);
    print(
      'second poll, nothing new',
      `${seconds(first.again.ms)}, ${(first.poll.ms / first.again.ms).toFixed(0)} × faster`,
    );
    print(
      'plain fetch of the same bytes',
      `${seconds(plain.ms)}; reading them takes ${(first.poll.ms / plain.ms).toFixed(1)} × as long`,
    );
  } finally {
    publisher.kill();
    rmSync(base, { recursive: true });
  }
}

async function readAll(storePath: string, port: number) {
  const store = await openStore(`sqlite:${storePath}`, { records: RECORDS });
  const allowedAddresses = Array.from({ length: FEEDS }, (_, feed) => `${hostOf(feed)}:${port}`);
  // Every feed has a host of its own. Otherwise the spacing of requests to one host would be measured.
  const fetcher = createFetcher({ allowedAddresses, limits: { hostSpacingMs: 0 } });
  const pages = createPageReader({ threads: PAGE_THREADS });
  let nowMs = Date.now();
  const now = (): Date => new Date(nowMs);
  const sources = store.records('sources');
  for (let feed = 0; feed < FEEDS; feed++) {
    const source = buildSource(
      { url: `${originOf(feed, port)}/feed`, name: `Feed ${feed}` },
      HOST,
      now(),
    );
    await sources.put(sourceKey(source), source);
  }
  const poller = createSourcePoller({
    sources,
    memories: store.records('entries'),
    locks: store.locks,
    claims: store.records('polls'),
    articles: store.articles,
    fetcher,
    pages,
    log: createLog('warn', false),
    now,
    random: () => 0,
    bounds: { leastMs: 600_000, mostMs: 7_200_000 },
    newSourceArticles: ITEMS,
  });
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1e6);
  }, 100);
  try {
    const before = process.cpuUsage();
    const poll = await measure(() => poller.pollDue());
    const spent = process.cpuUsage(before);
    const cpuMs = (spent.user + spent.system) / 1000 / (FEEDS * ITEMS);
    nowMs += DAY_MS;
    const again = await measure(() => poller.pollDue());
    let stored = 0;
    for await (const _ of store.articles.iterate()) stored += 1;
    return { poll, again, stored, peakMb, cpuMs };
  } finally {
    clearInterval(watch);
    await fetcher.close();
    await pages.close();
    await store.close();
  }
}

/** Fetches every feed and page with Node's own fetch, and discards them. */
async function fetchAll(port: number): Promise<void> {
  const paths = ['/feed', ...Array.from({ length: ITEMS }, (_, item) => `/${item}`)];
  const urls = Array.from({ length: FEEDS }, (_, feed) =>
    paths.map((path) => originOf(feed, port) + path),
  ).flat();
  const work = async (): Promise<void> => {
    for (let url = urls.pop(); url !== undefined; url = urls.pop()) {
      await (await fetch(url)).arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function measure(work: () => Promise<void>) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const startedAt = performance.now();
  await work();
  const ms = performance.now() - startedAt;
  delay.disable();
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  return { ms, p99Ms: late(delay.percentile(99)), maxMs: late(delay.max) };
}

async function startPublisher(): Promise<{ publisher: ChildProcess; port: number }> {
  const file = join(import.meta.dirname, 'ingest/publisher.ts');
  const publisher = spawn(process.execPath, ['--import', 'tsx', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: publisher.stdout }), 'line')) as [string];
  return { publisher, port: Number(line) };
}

function originOf(feed: number, port: number): string {
  return `http://${hostOf(feed)}:${port}`;
}

function hostOf(feed: number): string {
  return `127.1.${feed >> 8}.${feed & 255}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function print(name: string, figures: string): void {
  console.log(`${name.padEnd(34)}${figures}`);
}
