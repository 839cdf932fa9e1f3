import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLocalDiscord, type ActingUser } from '@dateline/local-discord';
import { sendCommands, type Volley } from './commands/send-commands.ts';
import { startBot, type BotProcess } from './commands/start-bot.ts';
import { writeNews } from './commands/write-news.ts';
import { percentile } from './support/percentile.ts';

const ARTICLES = 20_000;
const COMMANDS = 200;
const DIGESTS = 30;
/** The share of the articles that must be in the index before each volley. */
const VOLLEYS_AT = [0.01, 0.3, 0.6];

/**
 * Prints how the real bot, in a process of its own, answers 200 slash commands at once, 25 each of eight, while it
 * imports 20,000 articles of 3.5 kB; then how long a start with these articles takes, and `/digest now`.
 */
export async function run(): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  const folder = join(base, 'articles');
  const store = join(base, 'store.sqlite');
  mkdirSync(folder);
  const discord = await openLocalDiscord();
  const user = discord.asUser(discord.managerId);
  let bot: BotProcess | undefined;
  try {
    bot = startBot(discord, store, folder);
    await bot.logged('articles loaded');
    await measureVolleys(user, folder);
    await bot.stop();
    bot = startBot(discord, store, folder);
    await measureStart(user, bot);
    await measureDigests(user);
  } finally {
    await bot?.stop();
    await discord.close();
    rmSync(base, { recursive: true });
  }
}

async function measureVolleys(user: ActingUser, folder: string): Promise<void> {
  console.log(`${COMMANDS} commands at once; times in ms`);
  print(['', 'acknowledged', 'in 1 s', 'p50', 'p99', 'answered p50', 'p99', 'failed']);
  print(['at rest, no articles', ...describeVolley(await sendCommands(user, COMMANDS))]);
  writeNews(folder, ARTICLES);
  for (const share of VOLLEYS_AT) {
    await untilIndexed(user, share * ARTICLES);
    const before = (await readStatus(user)).articles;
    const volley = await sendCommands(user, COMMANDS);
    const after = (await readStatus(user)).articles;
    print([`importing, ${before}–${after} articles`, ...describeVolley(volley)]);
  }
  await untilIndexed(user, ARTICLES);
  print([`at rest, ${ARTICLES} articles`, ...describeVolley(await sendCommands(user, COMMANDS))]);
  const varied = await sendCommands(user, COMMANDS, { isVaried: true });
  print(['at rest, no two alike', ...describeVolley(varied)]);
}

async function measureStart(user: ActingUser, bot: BotProcess): Promise<void> {
  const readyMs = await bot.logged('commands');
  await user.runCommand('sources list');
  const firstAnswerMs = performance.now() - bot.startedAt;
  const loadedMs = await bot.logged('articles loaded');
  const { memoryMb } = await readStatus(user);
  console.log(`\nA start with ${ARTICLES} stored articles`);
  print(['logged in', seconds(readyMs)]);
  print(['first command answered', seconds(firstAnswerMs)]);
  print(['all articles in the index', seconds(loadedMs)]);
  print(['memory (RSS) after that', `${memoryMb} MB`]);
}

/** Times `/digest now` one by one, from when the stories of all articles are joined. */
async function measureDigests(user: ActingUser): Promise<void> {
  const started = performance.now();
  const ask = async (): Promise<string> => JSON.stringify(await user.runCommand('digest now'));
  while ((await ask()).includes('still joining')) await sleep(200);
  const firstMs = performance.now() - started;
  const times: number[] = [];
  for (let count = 0; count < DIGESTS; count += 1) {
    const begin = performance.now();
    await ask();
    times.push(performance.now() - begin);
  }
  console.log(`\n/digest now with ${ARTICLES} stored articles, to the whole answer`);
  print(['the first, after the articles', seconds(firstMs)]);
  print(['p50', `${percentile(times, 0.5).toFixed(0)} ms`]);
  print(['slowest', `${Math.max(...times).toFixed(0)} ms`]);
}

async function untilIndexed(user: ActingUser, count: number): Promise<void> {
  while ((await readStatus(user)).articles < count) await sleep(200);
}

/** Reads the figures of `/status`, so that the bot needs no interface for measuring. */
async function readStatus(user: ActingUser): Promise<{ articles: number; memoryMb: number }> {
  const text = JSON.stringify(await user.runCommand('status'));
  const read = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);
  return { articles: read(/(\d+) articles/), memoryMb: read(/Memory: (\d+) MB/) };
}

function describeVolley({ acknowledgedMs, answeredMs, failed }: Volley): string[] {
  const inTime = acknowledgedMs.filter((ms) => ms <= 1_000).length;
  return [
    String(acknowledgedMs.length),
    `${((100 * inTime) / COMMANDS).toFixed(1)} %`,
    ...[acknowledgedMs, answeredMs].flatMap((all) => [
      percentile(all, 0.5).toFixed(0),
      percentile(all, 0.99).toFixed(0),
    ]),
    String(failed),
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function print([name = '', ...cells]: readonly string[]): void {
  console.log(name.padEnd(36) + cells.map((cell) => cell.padStart(14)).join(''));
}
