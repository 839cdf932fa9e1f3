import { createEndingPort } from '../delivery/ending-port.ts';
import { createSourceNotices } from '../delivery/source-notices.ts';
import type { GuildNotes } from '../delivery/greeting/note-guilds.ts';
import { createGreeter } from '../delivery/greeting/greet-guilds.ts';
import type { AttachPictures } from '../discord/pictures/attach-pictures.ts';
import { within } from '../discord/within.ts';
import type { Log } from '../log.ts';
import type { Observer } from '../observer.ts';
import { repeat } from '../repeat.ts';
import { UnwritableStoreError } from '../store/store-fault.ts';
import { viewArticles } from '../index/article-view.ts';
import type { ConnectedBot } from './connect-bot.ts';
import type { App } from './open-app.ts';
import { scheduleDigests } from './schedule-digests.ts';

/** How often the notices look for paused sources whose channels have not been told. */
const NOTICE_INTERVAL_MS = 60_000;

/**
 * How long `close` waits for what is under way: first for Discord to answer, then for what is recorded after its
 * requests were ended. A digest that is being built is not waited for: it was not claimed, so nothing is lost.
 */
const CLOSE_MS = { answers: 3_000, records: 1_500 } as const;
/** How often greetings are tried again that could not be posted. */
const GREETING_INTERVAL_MS = 60_000;

/** The dependencies of delivery. */
interface DeliveryParts {
  /** Its index must be loaded: a digest lacks the articles that the index does not have yet. */
  readonly app: App;
  readonly bot: Pick<ConnectedBot, 'port' | 'guilds'> & {
    /** Absent if other processes note servers. */
    readonly guildNotes?: GuildNotes;
  };
  readonly attachPictures: AttachPictures;
  readonly clock: () => Date;
  /** How long after its slot an edition is still posted. */
  readonly graceMs: number;
  readonly observer?: Observer;
  /** When the store was restored, if it was: see `settleRestore`. */
  readonly alertsFrom?: Date;
  readonly log: Log;
}

/** Scheduled digests and notices, running until they are closed. */
export interface Delivery {
  /** Does now what is due; never rejects. */
  catchUp(): Promise<void>;
  /** Waits a few seconds for what is under way. What is not done by then, the next process takes up. */
  close(): Promise<void>;
}

/** Starts the scheduler of digests and the notices of paused sources. */
export function openDelivery(parts: DeliveryParts): Delivery {
  const { app, bot, attachPictures, clock, graceMs, alertsFrom, observer, log } = parts;
  const { subscriptions, editions } = app.services;
  const { guilds } = bot;
  const ending = new AbortController();
  const port = createEndingPort(bot.port, ending.signal);
  const isWritable = (): boolean => app.store.writeFault() === undefined;
  const scheduler = scheduleDigests({
    port,
    guilds,
    locks: app.store.locks,
    subscriptions,
    editions,
    alertClaims: app.store.records('alert-claims'),
    news: app.news,
    attachPictures,
    clock,
    graceMs,
    isWritable,
    ...(observer && { observer }),
    ...(alertsFrom && { alertsFrom }),
    log,
  });
  // The languages of a server's digests depend on what is noted of it.
  const ready = bot.guildNotes?.settled() ?? Promise.resolve();
  void ready.then(() => scheduler.start());
  const greeter = createGreeter({
    guilds: app.store.records('guilds'),
    settings: app.services.settings,
    knowledge: guilds,
    port,
    languagesFor: (guildId) =>
      viewArticles(app.services.index, guildId)
        .languages()
        .map(({ lang }) => lang),
    defaultZone: app.services.defaultZone,
    now: clock,
    log,
  });
  bot.guildNotes?.onNoted(() => void greeter.greetDue());
  const greeting = repeat(
    () => greeter.greetDue(),
    GREETING_INTERVAL_MS,
    () => undefined,
    {
      atOnce: true,
    },
  );
  const notices = createSourceNotices({
    sources: app.sources,
    subscriptions,
    told: app.store.records('source-notices'),
    port,
    now: clock,
    log,
  });
  const onError = (err: unknown): void => {
    // The store's own watch says so once for all.
    if (err instanceof UnwritableStoreError) return;
    log.error({ err }, 'channels could not be told of paused sources');
  };
  const tellDue = async (): Promise<void> => {
    if (isWritable()) await notices.tellDue();
  };
  const telling = repeat(tellDue, NOTICE_INTERVAL_MS, onError);
  return {
    async catchUp() {
      await ready;
      await Promise.all([scheduler.tick(), tellDue().catch(onError)]);
    },
    async close() {
      const ended = Promise.all([
        greeting.stop(),
        greeter.stop(),
        telling.stop(),
        scheduler.stop(),
      ]);
      await within<unknown>(CLOSE_MS.answers, ended, () => ending.abort());
      await within<unknown>(CLOSE_MS.records, ended, () => undefined);
    },
  };
}
