import { openBot } from '../../src/discord/open-bot.ts';
import { scheduleDigests } from '../../src/delivery/schedule-digests.ts';
import type { Services } from '../../src/command/services.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { parseEdition } from '../../src/digest/parse-edition.ts';
import { parseSubscription } from '../../src/digest/parse-subscription.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import type { RecordStore } from '../../src/store/record-store.ts';
import { collectLog } from './collect-log.ts';
import { openNews } from './open-news.ts';

/** Where Discord and the store are, and what time it is. */
export interface DeliveryOrders {
  readonly apiUrl: string;
  readonly token: string;
  readonly storeUrl: string;
  readonly now: string;
}

/**
 * Starts a bot, lets its scheduler work once, and ends the bot. `reach` is called before and after
 * each write to the edition store, and the write or the bot goes on when it resolves.
 */
export async function deliverOnce(
  orders: DeliveryOrders,
  reach: (step: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const clock = (): Date => new Date(orders.now);
  const { log } = collectLog();
  const news = await openNews(orders.storeUrl);
  const bot = await openBot({
    ...orders,
    commands: [],
    services: {} as Services,
    registrations: news.store.records<string>('registrations'),
    now: clock,
    log,
    onFatal: (error) => {
      throw error;
    },
  });
  const scheduler = scheduleDigests({
    client: bot.client,
    subscriptions: news.store.records<Subscription>('subscriptions', parseSubscription),
    editions: announceWrites(news.store.records<Edition>('editions', parseEdition), reach),
    sources: news,
    clock,
    graceMs: 2 * 3_600_000,
    log,
  });
  await scheduler.tick();
  await scheduler.stop();
  await bot.close();
  await news.close();
}

function announceWrites(
  editions: RecordStore<Edition>,
  reach: (step: string) => Promise<unknown>,
): RecordStore<Edition> {
  return {
    get: (key) => editions.get(key),
    list: (prefix) => editions.list(prefix),
    remove: (key) => editions.remove(key),
    async put(key, edition) {
      await reach('before put');
      await editions.put(key, edition);
      await reach('after put');
    },
    async claim(key, edition) {
      await reach('before claim');
      const won = await editions.claim(key, edition);
      await reach('after claim');
      return won;
    },
  };
}
