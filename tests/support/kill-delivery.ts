import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import type { Article } from '../../src/article/article.ts';
import { subscriptionKey, type Subscription } from '../../src/digest/subscription.ts';
import { buildSubscription } from './build-subscription.ts';
import { deliverOnce, type DeliveryOrders } from './deliver-once.ts';
import { holdRequest, type RequestStep } from './edition-steps.ts';
import { nodeArguments } from './node-arguments.ts';
import { BEFORE } from './open-delivery-world.ts';
import { openNews, type OpenedNews } from './open-news.ts';
import { openStorePlace } from './store-place.ts';

const CHILD = join(import.meta.dirname, 'delivery-child.ts');

/** The point at which a child is killed: a write, before which it waits for permission, or a request. */
export type Step = { readonly write: string } | RequestStep;

/** A store and a local Discord that outlive the bots which are killed. */
export interface Stage {
  readonly discord: LocalDiscord;
  readonly subscription: Subscription;
  readonly news: OpenedNews;
  /** Runs a bot in a process of its own at an instant, and kills it at a step. */
  readonly kill: (now: string, at: Step) => Promise<void>;
  /** The same, but lets it end by itself. */
  readonly runProcess: (now: string) => Promise<void>;
  /** Runs a bot in this process until it has delivered. Runs share nothing in memory. */
  readonly run: (now: string) => Promise<void>;
}

/** What is stored before the first bot starts. */
export interface StageSetting {
  /** Stored at 03:30 on the day of the slot. */
  readonly articles: readonly Article[];
  /** By default to the local Discord's first channel. */
  readonly subscribe: (discord: LocalDiscord) => Partial<Subscription>;
}

/** Runs a test on a stage, which is taken down after it. */
export async function withStage(
  { articles, subscribe }: StageSetting,
  test: (stage: Stage) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-killed-'));
  const { url: storeUrl, ...store } = await openStorePlace(
    `sqlite:${join(folder, 'store.sqlite')}`,
  );
  let now = Date.parse(BEFORE);
  const discord = await openLocalDiscord({ now: () => now });
  const news = await openNews(storeUrl);
  try {
    await news.add(articles, new Date('2024-03-14T03:30:00Z'));
    const { guildId, channelId, apiUrl, token } = discord;
    const changedAt = '2024-03-13T20:00:00.000Z';
    const place = { guildId, channelId, changedAt };
    const subscription = buildSubscription({ ...place, ...subscribe(discord) });
    await news.store.records('subscriptions').put(subscriptionKey(subscription), subscription);
    const ordersAt = (instant: string): DeliveryOrders => {
      now = Date.parse(instant);
      return { apiUrl, token, storeUrl, now: instant };
    };
    await test({
      discord,
      subscription,
      news,
      kill: (instant, at) => runChild(discord, ordersAt(instant), at),
      runProcess: (instant) => runChild(discord, ordersAt(instant)),
      run: (instant) => deliverOnce(ordersAt(instant)),
    });
  } finally {
    await news.close();
    await discord.close();
    await store.remove();
    await rm(folder, { recursive: true });
  }
}

async function runChild(
  discord: LocalDiscord,
  orders: DeliveryOrders,
  killAt?: Step,
): Promise<void> {
  const args = [...nodeArguments(CHILD), JSON.stringify(orders)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  if (killAt && 'request' in killAt) void killAtRequest(discord, child, killAt);
  child.on('message', (step) => {
    if (killAt && 'write' in killAt && killAt.write === step) child.kill('SIGKILL');
    else child.send('go');
  });
  const [code, signal] = await ended;
  expect(killAt ? signal : code).toBe(killAt ? 'SIGKILL' : 0);
}

async function killAtRequest(
  discord: LocalDiscord,
  child: ChildProcess,
  step: RequestStep,
): Promise<void> {
  const hold = await holdRequest(discord, step);
  child.kill('SIGKILL');
  hold.drop();
}
