import { waitUnlessAborted } from '../abort.ts';
import type { Clock } from '../clock.ts';
import { listSecrets, parseConfig } from '../config.ts';
import { settleRestore } from '../delivery/settle-restore.ts';
import { createAttachPictures } from '../discord/pictures/attach-pictures.ts';
import { renderPng } from '../discord/pictures/render-png.ts';
import type { CliIo } from '../io.ts';
import { createLog } from '../log.ts';
import { openApp } from './open-app.ts';
import { openAtDiscord } from './open-at-discord.ts';
import { openDelivery } from './open-delivery.ts';
import { prepareDiscord } from './prepare-discord.ts';
import { preparePictures } from './prepare-pictures.ts';
import { checkStart, listChecks, ROLES, type Start } from './role.ts';
import { showFirstNews } from './show-first-news.ts';
import { openHealth } from './open-health.ts';
import { endAnyway, endSoon, waitForEnd } from './wait-for-end.ts';

/** Discord shows that the bot is thinking for much longer, but people give up. */
const STORY_WAIT_MS = 10_000;

/**
 * Runs a role until a signal, or until a fault that only a person can fix, which is thrown as a UserError. Closes what
 * it opened in reverse order. Goes by Discord's clock, unless it is given another one.
 */
export async function runRole(io: CliIo, start: Start, given?: Clock): Promise<void> {
  const config = parseConfig(io.env);
  checkStart(start, config);
  const role = ROLES[start.role];
  const log = createLog(config.logLevel, io.isTerminal, listSecrets(config));
  const closers: (() => Promise<void>)[] = [];
  const end = waitForEnd(io.env);
  void endAnyway(end.ended, log);
  try {
    const prepared = await prepareDiscord(config, io);
    const clock = given ?? prepared.clock;
    const now = (): Date => clock.now();

    const health = await openHealth(config, { expected: listChecks(role), env: io.env, now, log });
    closers.push(() => health.close());
    void end.ended.then(() => health.noteEnd());
    const { observer } = health;

    const app = await openApp(config, log, now, {
      storyWaitMs: STORY_WAIT_MS,
      observer,
      role,
      signal: end.signal,
    });
    closers.push(() => app.close());
    health.watchApp(app);
    // Stopping the bot must not wait for an import of thousands of articles.
    void end.ended.then(() => app.stopReading());

    // Begun before the bot logs in, which is mostly waiting.
    const loading = app.load();
    loading.catch(() => undefined);

    const discord = await prepared.open();
    closers.push(() => discord.close());

    // Answers and editions share it, and so its limit of pictures at a time.
    const attachPictures = createAttachPictures(renderPng, log);
    const atDiscord = await openAtDiscord(app, start, {
      token: discord.token,
      ...(discord.apiUrl && { apiUrl: discord.apiUrl }),
      ...(config.developmentGuildId && { developmentGuildId: config.developmentGuildId }),
      listenAt: config.interactions,
      attachPictures,
      pictureWaitMs: config.pictureWaitMs,
      now,
      log,
      observer,
      onFatal: (fault) => end.fail(fault),
      signal: end.signal,
    });
    const { bot, sender } = atDiscord;
    closers.push(() => atDiscord.close());
    if (sender) closers.push(preparePictures());
    if (bot) health.watchBot(bot);

    // A person who ends the bot must not wait until 20,000 articles are read.
    await waitUnlessAborted(loading, end.signal);
    await waitUnlessAborted(app.start(), end.signal);
    const articles = app.services.index.size;
    log.info(
      { role: start.role, articles, store: app.store.engine },
      role.indexes ? 'articles loaded' : 'reading the sources',
    );

    if (role.delivers && sender) {
      const alertsFrom = await settleRestore({
        restores: app.store.records('restores'),
        subscriptions: app.services.subscriptions,
        log,
      });
      const delivery = openDelivery({
        app,
        bot: sender,
        attachPictures,
        clock: now,
        graceMs: config.catchUpMinutes * 60_000,
        ...(alertsFrom && { alertsFrom }),
        observer,
        log,
      });
      // Answers that are under way have the same time.
      closers.push(async () => void (await Promise.all([delivery.close(), bot?.stopAnswering()])));
      clock.onStep(() => delivery.catchUp());
    }

    const { local } = discord;
    if (local && bot && articles > 0) {
      // Nothing depends on it.
      bot.registered
        .then(() => showFirstNews(local))
        .catch((err: unknown) => log.warn({ err }, 'the first digest could not be shown'));
    }
    const fault = await end.ended;
    if (fault) throw fault;
  } catch (error) {
    // A person who ends the bot while it is starting wants that, and nothing else.
    if (error !== end.signal.reason) throw error;
  } finally {
    end.dispose();
    for (const close of closers.toReversed()) await close();
    endSoon();
  }
}
