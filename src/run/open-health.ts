import type { Config } from '../config.ts';
import type { AnsweringBot } from '../discord/open-bot.ts';
import { within } from '../discord/within.ts';
import { createProgress } from '../health/work-progress.ts';
import { isStuck, judgeReadiness, type CheckName, type Readiness } from '../health/readiness.ts';
import { createServiceManager } from '../health/service-manager.ts';
import type { CliIo } from '../io.ts';
import type { Log } from '../log.ts';
import { NO_OBSERVER, type Observer } from '../observer.ts';
import { VERSION } from '../version.ts';
import type { App } from './open-app.ts';

/** The watch over the bot: for those who ask its health server, and for the service manager that started it. */
export interface OpenedHealth {
  /** To be given to the parts that are watched. */
  readonly observer: Observer;
  watchApp(app: App): void;
  watchBot(bot: Pick<AnsweringBot, 'health'>): void;
  /** Says from now on that the bot is ending. */
  noteEnd(): void;
  close(): Promise<void>;
}

/** The dependencies of the watch, besides the configuration. */
interface HealthParts {
  /** The parts that this process runs. */
  readonly expected: readonly CheckName[];
  readonly env: CliIo['env'];
  readonly now: () => Date;
  readonly log: Log;
}

/** A store that does not answer for longer is in trouble. */
const STORE_ANSWER_MS = 3_000;

/** Opens the watch. Throws a UserError if HEALTH_ADDRESS cannot be used. */
export async function openHealth(
  { health: settings }: Config,
  { expected, env, now, log }: HealthParts,
): Promise<OpenedHealth> {
  const progress = createProgress();
  let app: App | undefined;
  let bot: Pick<AnsweringBot, 'health'> | undefined;
  let isEnding = false;

  async function readiness(): Promise<Readiness> {
    const { articleCount = 0, reading = true } = app?.services.health() ?? {};
    const trouble = app && (await findTrouble(app));
    return judgeReadiness({
      isEnding,
      ...(app && {
        store: { engine: app.store.engine, ...(trouble !== undefined && { trouble }) },
        index: { isLoaded: !reading, articleCount },
      }),
      ...(bot && { gateway: bot.health() }),
      since: progress.since(),
      expected,
    });
  }

  const server = settings && (await openServer());
  const manager = createServiceManager(env, {
    isAlive: () => !isStuck(progress.since()),
    log,
  });

  async function openServer() {
    // Loaded here: a bot that nobody watches needs neither.
    const { createMetrics } = await import('../health/create-metrics.ts');
    const { openHealthServer } = await import('../health/health-server.ts');
    const metrics = createMetrics({
      version: VERSION,
      now,
      readiness,
      app: () =>
        app && {
          // Another role has no index.
          ...(expected.includes('index') && {
            articleCount: () => app!.services.health().articleCount,
            indexBytes: () => app!.indexBytes(),
          }),
          storyCount: () => app!.storyCount(),
          storeBytes: () => app!.store.measureBytes(),
          sources: () => app!.sources.list(),
        },
    });
    const opened = await openHealthServer({
      address: settings!,
      ...(settings!.token !== undefined && { token: settings!.token }),
      readiness,
      metrics: () => metrics.render(),
      log,
    });
    log.info({ host: settings!.host, port: opened.port }, 'answering questions about health');
    return { ...opened, observer: metrics.observer };
  }

  return {
    observer: { ...NO_OBSERVER, ...server?.observer, ...progress.observer },
    watchApp(opened) {
      app = opened;
      // What comes next may have to wait for Discord for as long as that takes.
      manager.noteReady();
    },
    watchBot(opened) {
      bot = opened;
    },
    noteEnd() {
      isEnding = true;
      manager.noteEnd();
    },
    async close() {
      await server?.close();
      await manager.close();
    },
  };
}

/** Why a store cannot be used or takes no writes; undefined if it is well. */
async function findTrouble({ store }: App): Promise<string | undefined> {
  try {
    await within(STORE_ANSWER_MS, store.check(), () => {
      throw new Error(`${store.engine} does not answer within ${STORE_ANSWER_MS / 1000} s.`);
    });
    return store.writeFault()?.message;
  } catch (error) {
    return (error as Error).message;
  }
}
