import { openApp } from './app.ts';
import { scheduleDigests } from '../delivery/schedule-digests.ts';
import { createDiscordPort } from '../discord/rest/deliver-port.ts';
import { warmRenderer } from '../discord/pictures/render-png.ts';
import { createSourceNotices } from '../delivery/tell-dependents.ts';
import { parseConfig } from '../config.ts';
import type { UserError } from '../errors.ts';
import { createLog } from '../log.ts';
import { repeat } from '../repeat.ts';
import { createMovableClock } from '../../packages/local-discord/movable-clock.ts';
import { connectBot } from './connect-bot.ts';
import type { CliIo } from '../io.ts';
import { openDiscord } from './open-discord.ts';
import { showFirstNews } from './show-first-news.ts';

/** How often it is looked for sources whose end nobody has been told. */
const NOTICE_INTERVAL_MS = 60_000;

/**
 * Runs the bot until a signal or a fault that only a person can mend, which is thrown as a UserError.
 * What was opened is closed in reverse order.
 */
export async function runBot(io: CliIo): Promise<void> {
  const config = parseConfig(io.env);
  const log = createLog(config.logLevel, io.isTerminal);
  const closers: (() => Promise<void>)[] = [];
  const ending = waitForEnd();
  try {
    // Nobody moves it where the bot is at Discord, and then it is the machine's clock.
    const clock = createMovableClock(() => io.now().getTime());
    const now = (): Date => new Date(clock.now());
    const app = await openApp(config, log, now);
    closers.push(() => app.close());
    // Nobody who wants the bot to stop waits for thousands of articles.
    void ending.ended.then(() => app.stopReading());
    const discord = await openDiscord(config, io, clock);
    closers.push(() => discord.close());
    const bot = await connectBot(app, {
      token: discord.token,
      ...(discord.apiUrl && { apiUrl: discord.apiUrl }),
      ...(config.developmentGuildId && { developmentGuildId: config.developmentGuildId }),
      now,
      log,
      onFatal: ending.fail,
    });
    closers.push(() => bot.close());
    // The first answer of all may have a picture, and does not wait for long.
    void warmRenderer();
    await app.load();
    await app.start();
    log.info({ articles: app.services.index.size, store: app.store.engine }, 'articles loaded');
    const { subscriptions, editions, index, articles, readingOf } = app.services;
    const scheduler = scheduleDigests({
      client: bot.client,
      subscriptions,
      editions,
      sources: { index, articles, readingOf },
      clock: now,
      graceMs: config.catchUpMinutes * 60_000,
      log,
    });
    closers.push(() => scheduler.stop());
    scheduler.start();
    const notices = createSourceNotices({
      sources: app.sources,
      subscriptions,
      told: app.store.records<string>('source-notices'),
      port: createDiscordPort(bot.client),
      now,
      log,
    });
    const noteUntold = (err: unknown): void =>
      log.error({ err }, 'it could not be told that sources are read no more');
    const telling = repeat(() => notices.tellDue(), NOTICE_INTERVAL_MS, noteUntold);
    closers.push(() => telling.stop());
    clock.onStep(() => scheduler.tick());
    clock.onStep(() => notices.tellDue().catch(noteUntold));
    const { local } = discord;
    if (local && index.size > 0) {
      // Nobody waits for it, and without it everything works.
      bot.registered
        .then(() => showFirstNews(local))
        .catch((err: unknown) => log.warn({ err }, 'there is no first digest'));
    }
    const fault = await ending.ended;
    if (fault) throw fault;
  } finally {
    ending.dispose();
    for (const close of closers.toReversed()) await close();
  }
}

/** Settles once with the fault that ends the bot, or with nothing for a signal. */
function waitForEnd() {
  let settle!: (fault?: UserError) => void;
  const ended = new Promise<UserError | undefined>((resolve) => {
    settle = resolve;
  });
  const stop = () => settle();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    ended,
    fail: (fault: UserError) => settle(fault),
    dispose() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
