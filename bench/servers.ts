import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { Client } from 'pg';
import type { Article } from '../src/article/article.ts';
import { subscriptionKey } from '../src/digest/subscription.ts';
import { scheduleDigests } from '../src/run/schedule-digests.ts';
import {
  createReadingCache,
  READING_CACHE_CHARACTERS,
} from '../src/summary/reading/reading-cache.ts';
import { buildGuilds, buildPort } from '../tests/support/build-port.ts';
import { buildSubscription } from '../tests/support/build-subscription.ts';
import { collectLog } from '../tests/support/collect-log.ts';
import { startPostgres } from '../tests/support/local-postgres.ts';
import { openNews } from '../tests/support/open-news.ts';
import { startBot } from './commands/start-bot.ts';
import { buildNewswire } from './support/build-newswire.ts';
import { readCpuMs, readRssBytes } from './support/process-use.ts';

/** The first is what the bot takes in nearly no server; 1,000 is what Discord advises for one connection. */
const SERVERS = [10, 1000];
/** What a server of some size has. A connection tells all of it, and discord.js keeps it. */
const CHANNELS = 20;
const ROLES = 10;
const ARTICLES = 10_000;
const SCHEDULES = 1000;
const DAYS = 3;
const DAY_MS = 86_400_000;
const FIRST_SLOT_MS = Date.UTC(2026, 0, 1, 8);

/** Prints what a bot takes for each server that it is in, and what each schedule and edition takes in PostgreSQL. */
export async function run(): Promise<void> {
  await measureMemory();
  await measureEditions();
}

async function measureMemory(): Promise<void> {
  console.log(
    `the real bot without articles; each server has ${CHANNELS} channels, ${ROLES} roles`,
  );
  console.log('servers\tknown after\tRSS\tprocessor time');
  const rows: (readonly [servers: number, bytes: number])[] = [];
  for (const servers of SERVERS) {
    const discord = await openLocalDiscord();
    addServers(discord, servers);
    const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
    mkdirSync(join(folder, 'articles'));
    const bot = startBot(discord, join(folder, 'store.sqlite'), join(folder, 'articles'));
    const knownMs = await bot.logged('logged in to Discord');
    // Greetings and the first garbage are over.
    await sleep(15_000);
    const rssBytes = readRssBytes(bot.pid);
    rows.push([servers, rssBytes]);
    console.log(
      [
        servers,
        `${(knownMs / 1000).toFixed(1)} s`,
        `${(rssBytes / 1e6).toFixed(0)} MB`,
        `${(readCpuMs(bot.pid) / 1000).toFixed(1)} s`,
      ].join('\t'),
    );
    await bot.stop();
    await discord.close();
    rmSync(folder, { recursive: true });
  }
  const [[few, least], [many, most]] = [rows[0]!, rows.at(-1)!];
  console.log(`a server\t${((most - least) / (many - few) / 1e3).toFixed(0)} kB`);
}

function addServers(discord: LocalDiscord, count: number): void {
  // There is one already.
  for (let i = 1; i < count; i++) {
    const { api } = discord.state.addGuild(`Server ${i}`);
    for (let at = 0; at < CHANNELS; at++) discord.state.addChannel(api.id, `channel-${at}`);
    for (let at = 0; at < ROLES; at++) discord.state.addRole(api.id, `Role ${at}`);
  }
}

/** The rows of one kind, and their bytes as they are stored and as they are written. */
interface KindRow {
  readonly kind: string;
  readonly count: string;
  readonly bytes: string;
  readonly plain: string;
}

/** Has schedules posted for some days, over a port that always succeeds. */
async function measureEditions(): Promise<void> {
  const postgres = await startPostgres();
  const news = await openNews(postgres.url);
  const readingOf = createReadingCache(READING_CACHE_CHARACTERS);
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    let count = 0;
    let batch: Article[] = [];
    for (const article of buildNewswire(ARTICLES)) {
      // Spread over the days before the last slot.
      const at = new Date(FIRST_SLOT_MS - DAY_MS + (count++ * DAYS * DAY_MS) / ARTICLES);
      batch.push({ ...article, publishedAt: at.toISOString() });
      if (batch.length < 500 && count < ARTICLES) continue;
      await news.add(batch, at);
      batch = [];
    }
    await news.stories.settle();
    const subscriptions = news.store.records('subscriptions');
    for (let i = 0; i < SCHEDULES; i++) {
      const one = buildSubscription({
        id: `sub-${i}`,
        guildId: `${i}`,
        channelId: `${i}`,
        // Otherwise the slots of two years would be noted as missed.
        changedAt: new Date(FIRST_SLOT_MS - DAY_MS / 2).toISOString(),
      });
      await subscriptions.put(subscriptionKey(one), one);
    }
    const cpu = process.cpuUsage();
    let posts = 0;
    for (let day = 0; day < DAYS; day++) {
      const now = new Date(FIRST_SLOT_MS + day * DAY_MS);
      const port = buildPort();
      const scheduler = scheduleDigests({
        port: {
          ...port,
          post: (...given) => {
            posts += 1;
            return port.post(...given);
          },
        },
        guilds: buildGuilds(),
        locks: news.store.locks,
        subscriptions,
        editions: news.store.records('editions'),
        alertClaims: news.store.records('alert-claims'),
        news: { ...news, readingOf },
        attachPictures: async (message) => message,
        clock: () => now,
        graceMs: 3_600_000,
        log: collectLog().log,
      });
      await scheduler.tick();
      await scheduler.stop();
    }
    const { user, system } = process.cpuUsage(cpu);
    const sql = `SELECT split_part(key, ':', 1) AS kind, count(*) AS count,
      sum(octet_length(key) + pg_column_size(value)) AS bytes, sum(octet_length(value)) AS plain
      FROM dateline_entries GROUP BY 1 ORDER BY 3 DESC`;
    const { rows } = await client.query<KindRow>(sql);
    console.log(`\n${SCHEDULES} schedules over ${DAYS} days in PostgreSQL, ${ARTICLES} articles`);
    console.log(`an edition's processor time\t${((user + system) / 1e3 / posts).toFixed(1)} ms`);
    console.log(`posts\t${posts}`);
    for (const { kind, count: of, bytes, plain } of rows) {
      const [stored, whole] = [bytes, plain].map((sum) => (Number(sum) / Number(of)).toFixed(0));
      console.log(`${kind}\t${of} rows\t${stored} bytes each, ${whole} before compression`);
    }
    const { rows: size } = await client.query<{ bytes: string }>(
      `SELECT pg_total_relation_size('dateline_entries') AS bytes`,
    );
    console.log(`the table with its index\t${(Number(size[0]?.bytes) / 1e6).toFixed(0)} MB`);
  } finally {
    await client.end();
    await news.close();
    await postgres.stop();
  }
}
