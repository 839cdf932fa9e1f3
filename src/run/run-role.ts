import { waitUnlessAborted } from '../abort.ts';
import { createRunningClock, type Clock } from '../clock.ts';
import { listSecrets, parseConfig } from '../config.ts';
import type { CliIo } from '../io.ts';
import { createLog } from '../log.ts';
import { closeAll } from './close-all.ts';
import { openApp } from './open-app.ts';
import { prepareDiscord } from './prepare-discord.ts';
import { checkStart, isOneOfSeveral, listChecks, ROLES, usesDiscord, type Start } from './role.ts';
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
  const config = parseConfig(io.env, process.cwd(), isOneOfSeveral(start));
  checkStart(start, config);
  const role = ROLES[start.role];
  const log = createLog(config.logLevel, io.isTerminal, listSecrets(config));
  const closers: (() => Promise<void>)[] = [];
  const end = waitForEnd(io.env);
  void endAnyway(end.ended, log);
  try {
    const prepared = usesDiscord(role) ? await prepareDiscord(config, io) : undefined;
    const clock = given ?? prepared?.clock ?? createRunningClock(io.now);
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

    const discord = await prepared?.open();
    if (discord) closers.push(() => discord.close());
    const atDiscord =
      discord &&
      // Loaded here: a process that only reads sources needs neither Discord's client nor pictures.
      (await (
        await import('./open-at-discord.ts')
      ).openAtDiscord(app, start, {
        token: discord.token,
        ...(discord.apiUrl && { apiUrl: discord.apiUrl }),
        ...(config.developmentGuildId && { developmentGuildId: config.developmentGuildId }),
        listenAt: config.interactions,
        pictureWaitMs: config.pictureWaitMs,
        now,
        log,
        observer,
        onFatal: (fault) => end.fail(fault),
        signal: end.signal,
      }));
    if (atDiscord) closers.push(() => atDiscord.close());
    const bot = atDiscord?.bot;
    if (bot) health.watchBot(bot);

    // A person who ends the bot must not wait until 20,000 articles are read.
    await waitUnlessAborted(loading, end.signal);
    const starting = app.start();
    if (role.answers) void atDiscord?.prepareDigests(end.signal);
    await waitUnlessAborted(starting, end.signal);
    const articles = app.services.index.size;
    log.info(
      { role: start.role, articles, store: app.store.engine },
      role.indexes ? 'articles loaded' : 'reading the sources',
    );

    const delivery = await atDiscord?.deliver?.(config.catchUpMinutes * 60_000);
    if (delivery) {
      // Answers that are under way have the same time.
      closers.push(async () => void (await Promise.all([delivery.close(), bot?.stopAnswering()])));
      clock.onStep(() => delivery.catchUp());
    }

    const local = discord?.local;
    if (local && bot && articles > 0) {
      const { post } = atDiscord;
      // Nothing depends on it.
      bot.registered
        .then(() => showFirstNews(local, { app, now: now(), post }))
        .catch((err: unknown) => log.warn({ err }, 'the first digest could not be shown'));
    }
    const fault = await end.ended;
    if (fault) throw fault;
  } catch (error) {
    // A person who ends the bot while it is starting wants that, and nothing else.
    if (error !== end.signal.reason) throw error;
  } finally {
    end.dispose();
    await closeAll(closers, log);
    endSoon();
  }
}
