import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../src/article/article.ts';
import { createAlerts } from '../src/delivery/raise-alerts.ts';
import { findAlertStories } from '../src/digest/alerts/find-alert-stories.ts';
import { prepareDigest, previewDigest } from '../src/digest/prepare-digest.ts';
import { subscriptionKey } from '../src/digest/subscription.ts';
import {
  createReadingCache,
  READING_CACHE_CHARACTERS,
} from '../src/summary/reading/reading-cache.ts';
import { buildSubscription } from '../tests/support/build-subscription.ts';
import { openNews, type OpenedNews } from '../tests/support/open-news.ts';
import { buildNewswire } from './support/build-newswire.ts';
import { percentile } from './support/percentile.ts';

/** `DIGEST_ARTICLES=20000 npm run bench -- digests` measures fewer. */
const ARTICLES = Number(process.env['DIGEST_ARTICLES'] ?? 100_000);
const PREVIEWS = 20;
/** From here on, nearly all code is compiled. */
const LATER_PREVIEWS = 100;
const SCHEDULES = 1000;
const TOPICS = ['', 'government', 'market', 'police', 'film', 'minister', 'bank', 'match'];
const BATCH = 500;
const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 0, 1);
/** 100,000 articles in 30 days. */
const STEP_MS = (30 * 86_400_000) / 100_000;

/**
 * Prints the processor time of `/digest now` in a store of 100,000 articles, of the digests of 1,000
 * schedules at one minute, and of 1,000 alerts that no story raises.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-digests-'));
  const opened = await openNews(`sqlite:${join(folder, 'store.sqlite')}`);
  const news = { ...opened, readingOf: createReadingCache(READING_CACHE_CHARACTERS) };
  try {
    let batch: Article[] = [];
    let count = 0;
    for (const article of buildNewswire(ARTICLES)) {
      const at = new Date(START_MS + count++ * STEP_MS);
      batch.push({ ...article, publishedAt: at.toISOString() });
      if (batch.length < BATCH && count < ARTICLES) continue;
      await news.add(batch, at);
      batch = [];
    }
    await news.stories.settle();
    const now = new Date(START_MS + ARTICLES * STEP_MS);
    const { id: _, ...plan } = buildSubscription({ storyCount: 5 });
    const editions = news.store.records('editions');
    const times: number[] = [];
    for (let i = 0; i < PREVIEWS + LATER_PREVIEWS; i++) {
      // Each at another instant, as people press the button.
      const at = new Date(now.getTime() + i);
      times.push(await timeProcessor(() => previewDigest(plan, at, editions, news)));
    }
    console.log(`${ARTICLES} articles, processor time of /digest now over the last day`);
    console.log(`first\t${times[0]!.toFixed(0)} ms`);
    for (const [name, some] of [
      [`the next ${PREVIEWS - 1}`, times.slice(1, PREVIEWS)],
      [`${LATER_PREVIEWS} more`, times.slice(PREVIEWS)],
    ] as const) {
      const [p50, p99] = [percentile(some, 0.5), percentile(some, 0.99)];
      console.log(`${name}\tp50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`);
    }
    const all = await timeProcessor(async () => {
      for (let i = 0; i < SCHEDULES; i++) {
        const topic = TOPICS[i % TOPICS.length]!;
        const topics = topic === '' ? [] : [topic];
        const subscription = buildSubscription({ id: `sub-${i}`, channelId: `${i}`, topics });
        await prepareDigest(subscription, now, [], news);
      }
    });
    console.log(`${SCHEDULES} schedules at one minute\t${(all / 1000).toFixed(1)} s`);
    await measureAlerts(news, now);
  } finally {
    await news.close();
    rmSync(folder, { recursive: true });
  }
}

/** Prints the processor time of the alerts of 1,000 subscriptions: at once, a minute later, and after a new article. */
async function measureAlerts(news: OpenedNews, now: Date): Promise<void> {
  const subscriptions = news.store.records('subscriptions');
  const keys: string[] = [];
  for (let i = 0; i < SCHEDULES; i++) {
    // No two have the same topic, so that none finds what another one has found.
    const topics = [`${TOPICS[1 + (i % (TOPICS.length - 1))]} -unheard${i}`];
    const alert = { voices: 10, hours: 6, perDay: 3 };
    const one = buildSubscription({ id: `alert-${i}`, channelId: `${i}`, topics, alert });
    keys.push(subscriptionKey(one));
    await subscriptions.put(keys.at(-1)!, one);
  }
  let at = now;
  const alerts = createAlerts({
    subscriptions,
    editions: news.store.records('editions'),
    alertClaims: news.store.records('alert-claims'),
    deliverer: { deliver: () => Promise.reject(new Error('no story should pass')) },
    clock: () => at,
    alerts: {
      newsAt: () => news.cache.versionAt(at),
      find: (subscription) => findAlertStories(subscription, at, news),
      prepare: () => Promise.reject(new Error('no story should pass')),
    },
  });
  const look = async (): Promise<void> => {
    for (const key of keys) await alerts.raiseDue(key);
  };
  const print = async (name: string): Promise<void> => {
    const ms = await timeProcessor(look);
    console.log(`${SCHEDULES} alerts, ${name}\t${(ms / SCHEDULES).toFixed(2)} ms each`);
  };
  await print('first look');
  at = new Date(now.getTime() + MINUTE_MS);
  await print('a minute later');
  await news.add([...buildNewswire(1)], at);
  await news.stories.settle();
  at = new Date(now.getTime() + 2 * MINUTE_MS);
  await print('after a new article');
}

/** The processor time of the process while `work` runs, in ms. */
async function timeProcessor(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
