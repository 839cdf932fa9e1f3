import { SLOW_MACHINE_PICTURE_WAIT_MS } from './picture-wait.ts';
import type { APIMessage } from 'discord-api-types/v10';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { openBot, type Bot } from '../../src/discord/open-bot.ts';
import { createAttachPictures } from '../../src/discord/pictures/attach-pictures.ts';
import { renderPng } from '../../src/discord/pictures/render-png.ts';
import { scheduleDigests } from '../../src/run/schedule-digests.ts';
import { createLocks } from '../../src/store/locks.ts';
import type { Scheduler } from '../../src/delivery/scheduler.ts';
import type { Services } from '../../src/command/services.ts';
import { editionKey, type Edition } from '../../src/digest/edition.ts';
import type { News } from '../../src/digest/news.ts';
import { subscriptionKey, type Subscription } from '../../src/digest/subscription.ts';
import type { UserError } from '../../src/errors.ts';
import type { RecordStore } from '../../src/store/record-store.ts';
import { buildReport } from './build-news.ts';
import { buildSubscription } from './build-subscription.ts';
import { collect } from './collect.ts';
import { collectLog, type LogLine } from './collect-log.ts';
import { openNews, type OpenedNews } from './open-news.ts';
import { openStorePlace } from './store-place.ts';

/** A bot with scheduled digests, and a local Discord with the same clock. */
export interface DeliveryWorld {
  readonly discord: LocalDiscord;
  readonly bot: Bot;
  readonly news: OpenedNews;
  readonly scheduler: Scheduler;
  readonly subscriptions: RecordStore<Subscription>;
  readonly editions: RecordStore<Edition>;
  readonly lines: LogLine[];
  readonly fatal: UserError[];
  /** Sets both clocks and ticks the scheduler. */
  tickAt(instant: string): Promise<void>;
  setClock(instant: string): void;
  /** Stores a subscription of the local Discord's first channel. */
  subscribe(given?: Partial<Subscription>): Promise<Subscription>;
  readSubscription(subscription: Subscription): Promise<Subscription | undefined>;
  readEdition(subscription: Subscription, slot: string): Promise<Edition | undefined>;
  readEditions(): Promise<Edition[]>;
  /** The bot's messages in a channel, oldest first. By default the channel of `subscribe`. */
  messages(channelId?: string): APIMessage[];
  /** Opens another scheduler on the same store and client, as another process would. */
  openScheduler(settings?: SchedulerSettings): Scheduler;
  close(): Promise<void>;
}

interface SchedulerSettings {
  readonly attemptMs?: number;
  /** What this process has read of the store; by default all. */
  readonly read?: News;
}

/** The slot of most tests: 14 March 2024, 08:00 UTC. */
export const SLOT = '2024-03-14T08:00:00.000Z';

/** A minute before the slot. */
export const BEFORE = '2024-03-14T07:59:00.000Z';

/** When subscriptions were created, so that no earlier slot is due. */
const EVENING = '2024-03-13T20:00:00.000Z';

/** Reports on two events of the night before the slot. */
export const NIGHT_NEWS = [
  buildReport('flood', 'Harbour Post', '2024-03-14T01:00:00.000Z'),
  buildReport('flood', 'Northlight', '2024-03-14T02:00:00.000Z'),
  buildReport('comet', 'Meridian Wire', '2024-03-14T03:00:00.000Z'),
];

/** Opens a bot and a local Discord a minute before the slot. Discord's clock may be behind the bot's. */
export async function openDeliveryWorld(
  articles = NIGHT_NEWS,
  discordClock: { readonly behindMs: number } = { behindMs: 0 },
): Promise<DeliveryWorld> {
  let now = Date.parse(BEFORE);
  const clock = (): Date => new Date(now);
  const discord = await openLocalDiscord({ now: () => now - discordClock.behindMs });
  const place = await openStorePlace();
  const news = await openNews(place.url);
  await news.add(articles, new Date('2024-03-14T03:30:00Z'));
  const subscriptions = news.store.records('subscriptions');
  const editions = news.store.records('editions');
  const { log, lines } = collectLog();
  const fatal: UserError[] = [];
  const attachPictures = createAttachPictures(renderPng, log);
  const bot = await openBot({
    token: discord.token,
    apiUrl: discord.apiUrl,
    commands: [],
    services: {} as Services,
    registrations: news.store.records('registrations'),
    attachPictures,
    pictureWaitMs: SLOW_MACHINE_PICTURE_WAIT_MS,
    now: clock,
    log,
    onFatal: (error) => fatal.push(error),
  });
  await bot.registered;
  const openScheduler = ({ attemptMs = 30_000, read = news }: SchedulerSettings = {}): Scheduler =>
    scheduleDigests({
      // What holds without locks holds for processes that lose theirs.
      locks: createLocks({}),
      port: bot.port,
      guilds: bot.guilds,
      attachPictures,
      subscriptions,
      editions,
      alertClaims: news.store.records('alert-claims'),
      news: read,
      clock,
      graceMs: 2 * 3_600_000,
      attemptMs,
      log,
    });
  const scheduler = openScheduler();

  return {
    discord,
    bot,
    news,
    scheduler,
    subscriptions,
    editions,
    lines,
    fatal,
    openScheduler,
    setClock(instant) {
      now = Date.parse(instant);
    },
    async tickAt(instant) {
      now = Date.parse(instant);
      await scheduler.tick();
    },
    async subscribe(given = {}) {
      const { guildId, channelId } = discord;
      const subscription = buildSubscription({ guildId, channelId, changedAt: EVENING, ...given });
      await subscriptions.put(subscriptionKey(subscription), subscription);
      return subscription;
    },
    readSubscription: (subscription) => subscriptions.get(subscriptionKey(subscription)),
    readEdition: ({ channelId, id }, slot) =>
      editions.get(editionKey({ channelId, subscriptionId: id, slot })),
    readEditions: async () => (await collect(editions.list())).map(([, edition]) => edition),
    messages: (channelId = discord.channelId) =>
      discord.state.messages(channelId).filter(({ author }) => author.id === bot.client.user.id),
    async close() {
      await scheduler.stop();
      await bot.close();
      await discord.close();
      await news.close();
      await place.remove();
    },
  };
}
