import { SLOW_MACHINE_PICTURE_WAIT_MS } from './picture-wait.ts';
import { createAttachPictures } from '../../src/discord/pictures/attach-pictures.ts';
import { renderPng, type RenderPng } from '../../src/discord/pictures/render-png.ts';
import {
  openLocalDiscord,
  type LocalDiscord,
  type LocalDiscordOptions,
} from '@dateline/local-discord';
import { openBot, type Bot, type BotDependencies } from '../../src/discord/open-bot.ts';
import type { Command } from '../../src/command/command.ts';
import type { Services } from '../../src/command/services.ts';
import type { UserError } from '../../src/errors.ts';
import type { RecordStore } from '../../src/store/record-store.ts';
import { openTestStore } from './open-test-store.ts';
import { openStorePlace } from './store-place.ts';
import { collectLog, type LogLine } from './collect-log.ts';

/** A bot with a few commands, logged in to a local Discord. */
export interface TestBot {
  readonly discord: LocalDiscord;
  readonly bot: Bot;
  readonly registrations: RecordStore<string>;
  readonly lines: LogLine[];
  /** The errors with which `onFatal` was called. */
  readonly fatal: UserError[];
  /** Moves Discord's clock forward, for its deadlines. */
  passTime(ms: number): void;
  /** Opens another bot on the same Discord and store, as after a restart. */
  reopen(changes?: Partial<BotDependencies>): Promise<Bot>;
  close(): Promise<void>;
}

/** Differences from a bot in production. */
export interface TestBotOptions extends Partial<BotDependencies> {
  readonly discord?: LocalDiscordOptions;
  /** Draws pictures; with resvg by default. */
  readonly renderPng?: RenderPng;
}

/** How long tests wait for a log-in. */
export const TEST_PATIENCE = { attemptMs: 10_000, firstDelayMs: 50, maxDelayMs: 200 };

/** Opens a local Discord and a bot with these commands, which must not use services. */
export async function openTestBot(
  commands: readonly Command[],
  options: TestBotOptions = {},
): Promise<TestBot> {
  const { discord: discordOptions, renderPng: render = renderPng, ...changes } = options;
  let passedMs = 0;
  const discord = await openLocalDiscord({ now: () => Date.now() + passedMs, ...discordOptions });
  const place = await openStorePlace();
  const store = await openTestStore(place.url);
  const registrations = store.records('registrations');
  const { log, lines } = collectLog();
  const fatal: UserError[] = [];
  const bots: Bot[] = [];

  async function reopen(more: Partial<BotDependencies> = {}): Promise<Bot> {
    const bot = await openBot({
      token: discord.token,
      apiUrl: discord.apiUrl,
      commands,
      // Only the settings of servers are read, before any command runs.
      services: {
        settings: store.records('settings'),
        defaultZone: 'UTC',
      } as Partial<Services> as Services,
      registrations,
      attachPictures: createAttachPictures(render, log),
      pictureWaitMs: SLOW_MACHINE_PICTURE_WAIT_MS,
      now: () => new Date(),
      log,
      onFatal: (error) => fatal.push(error),
      patience: TEST_PATIENCE,
      ...changes,
      ...more,
    });
    bots.push(bot);
    await bot.registered;
    return bot;
  }

  return {
    discord,
    bot: await reopen(),
    registrations,
    lines,
    fatal,
    passTime(ms) {
      passedMs += ms;
    },
    reopen,
    async close() {
      await Promise.all(bots.map((bot) => bot.close()));
      await discord.close();
      await store.close();
      await place.remove();
    },
  };
}
