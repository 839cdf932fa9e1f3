import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLocalDiscord, type ActingUser } from '@dateline/local-discord';
import { startBot, type BotProcess } from './commands/start-bot.ts';
import { buildNewswire } from './support/build-newswire.ts';
import { percentile } from './support/percentile.ts';
import { readCpuMs } from './support/process-use.ts';

const ARTICLES = Number(process.env['DIGEST_ARTICLES'] ?? 20_000);
const DAYS = 6;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MINUTES = 4;
/** How long after a start somebody asks for the first time: at once, and when digests have been prepared. */
const FIRST_AFTER_MS = [0, 10_000];
const TOPICS =
  'government market police film minister bank match court election school hospital company team war president city family water energy church music trade army health travel street energy study crime budget'.split(
    ' ',
  );
const TARGET_MS = 200;

/**
 * Prints how long the real bot, in a process of its own with 20,000 articles of the last six days, takes to the whole
 * answer to `/digest now`: after a start, each in another minute, and with topics.
 */
export async function run(): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), 'dateline-digest-now-'));
  const [folder, store] = [join(base, 'articles'), join(base, 'store.sqlite')];
  mkdirSync(folder);
  writeFileSync(join(folder, 'news.jsonl'), [...writeLines(Date.now())].join('\n'));
  const discord = await openLocalDiscord();
  const user = discord.asUser(discord.managerId);
  let bot: BotProcess | undefined;
  try {
    bot = startBot(discord, store, folder);
    await bot.logged('articles loaded');
    while ((await countArticles(user)) < ARTICLES) await sleep(500);
    await askUntilJoined(user);
    console.log(
      `/digest now with ${ARTICLES} articles, to the whole answer; target ${TARGET_MS} ms`,
    );
    for (const afterMs of FIRST_AFTER_MS) {
      await bot.stop();
      bot = startBot(discord, store, folder);
      await bot.logged('articles loaded');
      await sleep(afterMs);
      print(`first, ${afterMs / 1000} s after a start`, [await timeDigest(user, bot)]);
    }
    const apart: Timed[] = [];
    for (let minute = 0; minute < MINUTES; minute++) {
      await untilMinute();
      apart.push(await timeDigest(user, bot));
    }
    print(`each in another minute (${MINUTES})`, apart);
    const topics: Timed[] = [];
    for (const topic of TOPICS) topics.push(await timeDigest(user, bot, { topic }));
    print(`each with another topic (${TOPICS.length})`, topics);
    const again: Timed[] = [];
    for (let i = 0; i < TOPICS.length; i++) again.push(await timeDigest(user, bot));
    print(`the same one (${again.length})`, again);
  } finally {
    await bot?.stop();
    await discord.close();
    rmSync(base, { recursive: true });
  }
}

/** Articles up to now, one a line. */
function* writeLines(now: number): Generator<string> {
  let left = ARTICLES;
  for (const { title, text, url, source, lang } of buildNewswire(ARTICLES)) {
    const publishedAt = new Date(now - (left-- * DAYS * DAY_MS) / ARTICLES).toISOString();
    yield JSON.stringify({ title, text, url, source, lang, publishedAt });
  }
}

/** Milliseconds until the whole answer, and processor time of the bot. */
interface Timed {
  readonly answered: number;
  readonly processor: number;
}

async function timeDigest(
  user: ActingUser,
  bot: BotProcess,
  options: Record<string, string> = {},
): Promise<Timed> {
  const [begin, used] = [performance.now(), readCpuMs(bot.pid)];
  await user.runCommand('digest now', options);
  const answered = performance.now() - begin;
  return { answered, processor: readCpuMs(bot.pid) - used };
}

async function askUntilJoined(user: ActingUser): Promise<void> {
  const ask = async (): Promise<string> => JSON.stringify(await user.runCommand('digest now'));
  while ((await ask()).includes('still joining')) await sleep(500);
}

/** Waits until a new minute has begun, so that the window has other articles. */
async function untilMinute(): Promise<void> {
  await sleep(MINUTE_MS - (Date.now() % MINUTE_MS) + 1000);
}

async function countArticles(user: ActingUser): Promise<number> {
  const text = JSON.stringify(await user.runCommand('status'));
  return Number(/(\d+) articles/.exec(text)?.[1] ?? Number.NaN);
}

function print(name: string, times: readonly Timed[]): void {
  const answered = describe(times.map((one) => one.answered));
  const processor = describe(times.map((one) => one.processor));
  console.log(`${name.padEnd(32)}${answered.padEnd(28)}processor time ${processor}`);
}

function describe(all: readonly number[]): string {
  const most = `${Math.max(...all).toFixed(0)} ms`;
  return all.length === 1 ? most : `p50 ${percentile(all, 0.5).toFixed(0)} ms, most ${most}`;
}
