import process from 'node:process';
import { openBot } from '../../src/discord/open-bot.ts';
import { createAttachPictures } from '../../src/discord/pictures/attach-pictures.ts';
import { renderPng } from '../../src/discord/pictures/render-png.ts';
import { scheduleDigests } from '../../src/run/schedule-digests.ts';
import type { Services } from '../../src/command/services.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { parseEdition } from '../../src/digest/parse-edition.ts';
import { parseSubscription } from '../../src/digest/parse-subscription.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import type { RecordStore } from '../../src/store/record-store.ts';
import { collectLog } from './collect-log.ts';
import { openNews } from './open-news.ts';

/** What the parent tells the child: where everything is, and what time it is. */
export interface ChildOrders {
  readonly apiUrl: string;
  readonly token: string;
  readonly storeUrl: string;
  readonly now: string;
}

/**
 * A bot in a process of its own whose scheduler ticks once. Before and after each write to the edition
 * store it tells its parent and waits for permission, so that it can be killed right there.
 */
const orders = JSON.parse(process.argv[2] ?? '{}') as ChildOrders;
const clock = (): Date => new Date(orders.now);
const { log } = collectLog();
const news = await openNews(orders.storeUrl);
const attachPictures = createAttachPictures(renderPng, log);
const bot = await openBot({
  ...orders,
  commands: [],
  services: {} as Services,
  registrations: news.store.records<string>('registrations'),
  attachPictures,
  now: clock,
  log,
  onFatal: (error) => {
    throw error;
  },
});
const scheduler = scheduleDigests({
  port: bot.port,
  guilds: bot.guilds,
  attachPictures,
  subscriptions: news.store.records<Subscription>('subscriptions', parseSubscription),
  editions: withLeave(news.store.records<Edition>('editions', parseEdition)),
  sources: news,
  clock,
  graceMs: 2 * 3_600_000,
  log,
});
await scheduler.tick();
await ask('done');
process.exit(0);

function withLeave(editions: RecordStore<Edition>): RecordStore<Edition> {
  return {
    get: (key) => editions.get(key),
    list: (prefix) => editions.list(prefix),
    remove: (key) => editions.remove(key),
    async put(key, edition) {
      await ask('before put');
      await editions.put(key, edition);
      await ask('after put');
    },
    async claim(key, edition) {
      await ask('before claim');
      const won = await editions.claim(key, edition);
      await ask('after claim');
      return won;
    },
  };
}

function ask(step: string): Promise<unknown> {
  return new Promise((resolve) => {
    process.once('message', resolve);
    process.send?.(step);
  });
}
