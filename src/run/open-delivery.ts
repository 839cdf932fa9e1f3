import { createSourceNotices } from '../delivery/source-notices.ts';
import type { Bot } from '../discord/open-bot.ts';
import type { AttachPictures } from '../discord/pictures/attach-pictures.ts';
import type { Log } from '../log.ts';
import { repeat } from '../repeat.ts';
import type { App } from './open-app.ts';
import { scheduleDigests } from './schedule-digests.ts';

/** How often the notices look for paused sources whose channels have not been told. */
const NOTICE_INTERVAL_MS = 60_000;

/** The dependencies of delivery. */
interface DeliveryParts {
  /** Its index must be loaded: a digest lacks the articles that the index does not have yet. */
  readonly app: App;
  readonly bot: Pick<Bot, 'port' | 'guilds'>;
  readonly attachPictures: AttachPictures;
  readonly clock: () => Date;
  /** How long after its slot an edition is still posted. */
  readonly graceMs: number;
  readonly log: Log;
}

/** Scheduled digests and notices, running until they are closed. */
export interface Delivery {
  /** Does now what is due; never rejects. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the scheduler of digests and the notices of paused sources. */
export function openDelivery(parts: DeliveryParts): Delivery {
  const { app, bot, attachPictures, clock, graceMs, log } = parts;
  const { subscriptions, editions } = app.services;
  const { port, guilds } = bot;
  const scheduler = scheduleDigests({
    port,
    guilds,
    subscriptions,
    editions,
    alertClaims: app.store.records('alert-claims'),
    news: app.news,
    attachPictures,
    clock,
    graceMs,
    log,
  });
  scheduler.start();
  const notices = createSourceNotices({
    sources: app.sources,
    subscriptions,
    told: app.store.records('source-notices'),
    port,
    now: clock,
    log,
  });
  const onError = (err: unknown): void =>
    log.error({ err }, 'channels could not be told of paused sources');
  const telling = repeat(() => notices.tellDue(), NOTICE_INTERVAL_MS, onError);
  return {
    async catchUp() {
      await Promise.all([scheduler.tick(), notices.tellDue().catch(onError)]);
    },
    async close() {
      await telling.stop();
      await scheduler.stop();
    },
  };
}
