import { commands } from '../../commands/index.ts';
import { openApp, type App } from '../app.ts';
import { checkChannel } from '../bot/check-channel.ts';
import { createDeliverer } from '../bot/deliver.ts';
import { createDiscordPort } from '../bot/deliver-port.ts';
import { openBot, type Bot } from '../bot/open-bot.ts';
import { pauseRefused } from '../bot/pause-refused.ts';
import { createScheduler, type Scheduler } from '../bot/scheduler.ts';
import type { Services } from '../command/services.ts';
import { parseConfig, type Config } from '../config.ts';
import { RUN_LIMITS } from '../digest/plan-run.ts';
import { prepareDigest } from '../digest/prepare-digest.ts';
import type { UserError } from '../errors.ts';
import { createLog, type Log } from '../log.ts';
import { renderDigest } from '../render/render-digest.ts';
import type { CliIo } from './io.ts';
import { openDiscord } from './open-discord.ts';

/**
 * Runs the bot until a signal or a fault that only a person can mend. What was opened is closed in
 * reverse order; a fault is told on standard error with exit code 1.
 */
export async function runBot(io: CliIo): Promise<void> {
  const config = parseConfig(io.env);
  const log = createLog(config.logLevel, io.isTerminal);
  const closers: (() => Promise<void>)[] = [];
  const ending = waitForEnd();
  try {
    const app = await openApp(config, log, io.now);
    closers.push(() => app.close());
    const discord = await openDiscord(config, io);
    closers.push(() => discord.close());
    const bot = await connect({ config, app, discord, log, io, onFatal: ending.fail });
    closers.push(() => bot.close());
    await app.load();
    await app.start();
    log.info({ articles: app.services.index.size, store: app.store.engine }, 'articles loaded');
    const scheduler = startScheduler({ config, app, bot, log, io, onFatal: ending.fail });
    closers.push(() => scheduler.stop());
    const fault = await ending.ended;
    if (fault) throw fault;
  } finally {
    ending.dispose();
    for (const close of closers.toReversed()) await close();
  }
}

interface Parts {
  readonly config: Config;
  readonly app: App;
  readonly log: Log;
  readonly io: CliIo;
  readonly onFatal: (error: UserError) => void;
}

async function connect({
  config,
  app,
  discord,
  log,
  io,
  onFatal,
}: Parts & { discord: { token: string; apiUrl?: string } }): Promise<Bot> {
  let bot: Bot | undefined;
  const services: Services = {
    ...app.services,
    health: () => ({ ...app.services.health(), ...bot?.health() }),
    checkChannel: async (channelId) => (bot ? checkChannel(bot.client, channelId) : []),
  };
  bot = await openBot({
    ...discord,
    ...(config.developmentGuildId && { developmentGuildId: config.developmentGuildId }),
    commands,
    services,
    registrations: app.store.records<string>('registrations'),
    now: io.now,
    log,
    onFatal,
  });
  return bot;
}

function startScheduler({ config, app, bot, log, io }: Parts & { bot: Bot }): Scheduler {
  const { subscriptions, editions, index, articles } = app.services;
  const clock = io.now;
  const port = createDiscordPort(bot.client);
  const deliverer = createDeliverer({
    port,
    editions,
    render: renderDigest,
    clock,
    log,
    onRefused: (subscription, refusal) =>
      pauseRefused(subscription, refusal, { subscriptions, port, clock, log }),
  });
  const scheduler = createScheduler({
    subscriptions,
    editions,
    deliverer,
    prepare: (subscription, slot, past) =>
      prepareDigest(subscription, slot, past, { index, articles }),
    clock,
    limits: { ...RUN_LIMITS, graceMs: config.catchUpMinutes * 60_000 },
    log,
  });
  scheduler.start();
  return scheduler;
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
