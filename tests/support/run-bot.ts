import { SLOW_MACHINE_PICTURE_WAIT_MS } from './picture-wait.ts';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { openApp, type App, type AppParts } from '../../src/run/open-app.ts';
import { createAttachPictures } from '../../src/discord/pictures/attach-pictures.ts';
import { renderPng } from '../../src/discord/pictures/render-png.ts';
import { connectBot, type ConnectedBot } from '../../src/run/connect-bot.ts';
import { parseConfig } from '../../src/config.ts';
import type { UserError } from '../../src/errors.ts';
import { collectLog, type LogLine } from './collect-log.ts';
import { TEST_PATIENCE } from './open-test-bot.ts';
import { openStorePlace } from './store-place.ts';

/** The whole bot with its real commands, logged in to a local Discord, with a store of its own. */
export interface RunningBot {
  readonly app: App;
  readonly bot: ConnectedBot;
  readonly discord: LocalDiscord;
  readonly lines: LogLine[];
  readonly fatal: UserError[];
  /** Logs out and in again on the same store, as after a restart of the process. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The articles, clock and environment. By default the sample articles, now, and no variables. */
export interface RunBotOptions extends AppParts {
  readonly now?: () => Date;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the app, by default with the sample articles, a local Discord, and a bot that is logged in to it. */
export async function runBot(options: RunBotOptions = {}): Promise<RunningBot> {
  const now = options.now ?? (() => new Date());
  const { log, lines } = collectLog();
  const place = await openStorePlace();
  const config = parseConfig({ STORE_URL: place.url, SOURCES: 'none', ...options.env });
  const fatal: UserError[] = [];
  const discord = await openLocalDiscord();
  const app = await openApp(config, log, now, options);
  await app.load();
  await app.start();

  async function connect(): Promise<ConnectedBot> {
    const connected = await connectBot(app, {
      token: discord.token,
      apiUrl: discord.apiUrl,
      attachPictures: createAttachPictures(renderPng, log),
      pictureWaitMs: SLOW_MACHINE_PICTURE_WAIT_MS,
      now,
      log,
      onFatal: (error) => fatal.push(error),
      patience: TEST_PATIENCE,
    });
    await connected.registered;
    return connected;
  }

  let bot = await connect();
  return {
    app,
    get bot() {
      return bot;
    },
    discord,
    lines,
    fatal,
    async restart() {
      await bot.close();
      bot = await connect();
    },
    async close() {
      await bot.close();
      await app.close();
      await discord.close();
      await place.remove();
    },
  };
}
