import { SLOW_MACHINE_PICTURE_WAIT_MS } from './picture-wait.ts';
import { openBot } from '../../src/discord/open-bot.ts';
import { createAttachPictures } from '../../src/discord/pictures/attach-pictures.ts';
import { renderPng } from '../../src/discord/pictures/render-png.ts';
import { scheduleDigests } from '../../src/run/schedule-digests.ts';
import type { Services } from '../../src/command/services.ts';
import type { Edition } from '../../src/digest/edition.ts';
import type { RecordStore } from '../../src/store/record-store.ts';
import { collectLog } from './collect-log.ts';
import { openNews } from './open-news.ts';

/** The addresses of Discord and the store, and the time. */
export interface DeliveryOrders {
  readonly apiUrl: string;
  readonly token: string;
  readonly storeUrl: string;
  readonly now: string;
}

/**
 * Starts a bot, runs its scheduler once, and ends the bot. `reach` is called before and after each write to the store
 * of editions and each change of a subscription, and the bot continues when it resolves.
 */
export async function deliverOnce(
  orders: DeliveryOrders,
  reach: (step: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const clock = (): Date => new Date(orders.now);
  const { log } = collectLog();
  const news = await openNews(orders.storeUrl);
  const attachPictures = createAttachPictures(renderPng, log);
  const bot = await openBot({
    ...orders,
    commands: [],
    services: {} as Services,
    registrations: news.store.records('registrations'),
    attachPictures,
    pictureWaitMs: SLOW_MACHINE_PICTURE_WAIT_MS,
    now: clock,
    log,
    onFatal: (error) => {
      throw error;
    },
  });
  const scheduler = scheduleDigests({
    locks: news.store.locks,
    port: bot.port,
    guilds: bot.guilds,
    attachPictures,
    subscriptions: announceChanges(news.store.records('subscriptions'), reach),
    editions: announceWrites(news.store.records('editions'), reach),
    alertClaims: news.store.records('alert-claims'),
    news,
    clock,
    graceMs: 2 * 3_600_000,
    log,
  });
  await scheduler.tick();
  await scheduler.stop();
  await bot.close();
  await news.close();
}

function announceChanges<T>(
  records: RecordStore<T>,
  reach: (step: string) => Promise<unknown>,
): RecordStore<T> {
  return {
    ...records,
    async change(key, decide) {
      await reach('before subscription');
      const outcome = await records.change(key, decide);
      await reach('after subscription');
      return outcome;
    },
  };
}

function announceWrites(
  editions: RecordStore<Edition>,
  reach: (step: string) => Promise<unknown>,
): RecordStore<Edition> {
  return {
    get: (key) => editions.get(key),
    list: (prefix) => editions.list(prefix),
    due: (now) => editions.due(now),
    remove: (key) => editions.remove(key),
    async put(key, edition) {
      await reach('before put');
      await editions.put(key, edition);
      await reach('after put');
    },
    async change(key, decide) {
      await reach('before change');
      const outcome = await editions.change(key, decide);
      await reach('after change');
      return outcome;
    },
    async claim(key, edition) {
      await reach('before claim');
      const won = await editions.claim(key, edition);
      await reach('after claim');
      return won;
    },
  };
}
