import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import type { Article } from '../src/article/article.ts';
import { RECORDS } from '../src/run/records.ts';
import { openStore } from '../src/store/open-store.ts';
import { PUBLISHED } from '../src/story/stored/story-records.ts';
import { RUN_SOURCE } from '../tests/support/run-source.ts';
import { startBot, type BotProcess } from './commands/start-bot.ts';
import type { SaveFigures } from './start/measure-save.ts';
import { buildNewswire } from './support/build-newswire.ts';
import { readCpuMs } from './support/process-use.ts';

const ARTICLES = Number(process.env['START_ARTICLES'] ?? 100_000);
const BATCH = 1000;
const STARTS = 3;
const NOW = new Date('2026-01-01T00:00:00Z');

/** What one start cost, up to the moment from which a search finds all articles. */
interface StartFigures {
  readonly searchableMs: number;
  readonly cpuMs: number;
  readonly memoryMb: number;
  /** Until `/stories` lists some. */
  readonly storiesMs: number;
  /** From the request to the end of the process. */
  readonly endMs: number;
}

/**
 * Prints how long the real bot takes from the start of its process until a search finds the first and the last of many
 * stored articles, and until `/stories` lists some: from the store, and with the index in its file and the stories in the
 * store. Then what loading and saving the file costs.
 */
export async function run(): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  const folder = join(base, 'articles');
  const path = join(base, 'store.sqlite');
  mkdirSync(folder);
  const discord = await openLocalDiscord();
  try {
    const sought = await fillStore(path);
    console.log(`${ARTICLES.toLocaleString('en')} articles; medians of ${STARTS} starts`);
    print('', 'searchable', 'processor', 'memory', 'stories', 'until its end');
    const measure = (): Promise<StartFigures> =>
      measureStart(discord, startBot(discord, path, folder), sought, path);
    const first = await measure();
    printStart('from the store (one start)', first);
    const again: StartFigures[] = [];
    for (let at = 0; at < STARTS; at++) again.push(await measure());
    const median = (of: (figures: StartFigures) => number): number =>
      again.map(of).toSorted((a, b) => a - b)[Math.floor(STARTS / 2)]!;
    printStart('from the file', {
      searchableMs: median(({ searchableMs }) => searchableMs),
      cpuMs: median(({ cpuMs }) => cpuMs),
      memoryMb: median(({ memoryMb }) => memoryMb),
      storiesMs: median(({ storiesMs }) => storiesMs),
      endMs: median(({ endMs }) => endMs),
    });
    printSave(path);
  } finally {
    await discord.close();
    rmSync(base, { recursive: true });
  }
}

/** Stores the articles. Returns the titles of the first and the last one. */
async function fillStore(path: string): Promise<string[]> {
  const store = await openStore(`sqlite:${path}`);
  const sought: string[] = [];
  let batch: Article[] = [];
  let count = 0;
  for (const article of buildNewswire(ARTICLES)) {
    batch.push(article);
    count += 1;
    if (count === 1 || count === ARTICLES) sought.push(article.title);
    if (batch.length < BATCH && count < ARTICLES) continue;
    await store.articles.putMany(batch, NOW);
    batch = [];
  }
  await store.close();
  return sought;
}

async function measureStart(
  discord: LocalDiscord,
  bot: BotProcess,
  sought: readonly string[],
  path: string,
): Promise<StartFigures> {
  // Asking all the time would slow down what is measured.
  await Promise.race(
    ['the search index was loaded', 'articles loaded'].map((line) => bot.logged(line)),
  );
  const user = discord.asUser(discord.managerId);
  for (const title of sought) {
    const query = `"${title}"`;
    const ask = async (): Promise<string> =>
      JSON.stringify(await user.runCommand('search', { query }));
    while (!(await ask()).includes(title.slice(0, 20))) await sleep(10);
  }
  const searchableMs = performance.now() - bot.startedAt;
  const cpuMs = readCpuMs(bot.pid);
  const status = JSON.stringify(await user.runCommand('status'));
  const memoryMb = Number(/Memory: (\d+) MB/.exec(status)?.[1]);
  const hasStories = async (): Promise<boolean> => {
    const outcome = await user.runCommand('stories');
    return outcome.kind === 'replied' && !JSON.stringify(outcome).includes('still joining');
  };
  while (!(await hasStories())) await sleep(100);
  const storiesMs = performance.now() - bot.startedAt;
  await bot.logged('articles loaded');
  await published(path);
  const endedAt = performance.now();
  await bot.stop();
  return { searchableMs, cpuMs, memoryMb, storiesMs, endMs: performance.now() - endedAt };
}

/** Resolves when all stories are in the store, where the next start finds them. */
async function published(path: string): Promise<void> {
  const store = await openStore(`sqlite:${path}`, { records: RECORDS });
  const position = async (): Promise<number | undefined> =>
    (await store.records('story-batches').get(PUBLISHED))?.position;
  while ((await position()) !== (await store.articles.cursor())) await sleep(100);
  await store.close();
}

function printSave(path: string): void {
  const script = join(import.meta.dirname, 'start', 'measure-save.ts');
  const output = execFileSync(process.execPath, ['--expose-gc', ...RUN_SOURCE, script, path]);
  const { load, save, memoryMb } = JSON.parse(output.toString()) as SaveFigures;
  console.log(`\nthe file: ${megabytes(`${path}.index`)}; the store: ${megabytes(path)}`);
  console.log(`the index in memory, besides 100 MB of Node and code: ${memoryMb.toFixed(0)} MB`);
  for (const [name, { ms, cpuMs, delayMs, turnMs }] of Object.entries({ load, save })) {
    const times = `${ms.toFixed(0)} ms, ${cpuMs.toFixed(0)} ms of processor time`;
    const held = `${delayMs.toFixed(0)} ms at most, ${turnMs.toFixed(0)} ms of processor time`;
    console.log(`${name}: ${times}; the event loop is held for ${held}`);
  }
}

function printStart(name: string, figures: StartFigures): void {
  const { searchableMs, cpuMs, memoryMb, storiesMs, endMs } = figures;
  const times = [searchableMs, cpuMs, storiesMs, endMs].map(seconds) as [
    string,
    string,
    string,
    string,
  ];
  print(name, times[0], times[1], `${memoryMb} MB`, times[2], times[3]);
}

function megabytes(file: string): string {
  return `${(statSync(file).size / 1e6).toFixed(0)} MB`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function print(name: string, ...cells: readonly string[]): void {
  console.log(name.padEnd(28) + cells.map((cell) => cell.padStart(15)).join(''));
}
