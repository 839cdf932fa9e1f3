import type { LocalDiscord, MovableClock, Page } from '@dateline/local-discord';
import { createRunningClock, type Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import type { CliIo } from '../io.ts';
import { PAGE_HINTS } from './page-hints.ts';

/** Where the bot is going to log in. */
export interface PreparedDiscord {
  /** The time there. On this machine people may move it forward. */
  readonly clock: Clock;
  /** Opens it, if it is on this machine. */
  readonly open: () => Promise<DiscordAccess>;
}

/** The Discord that the bot logs in to. */
interface DiscordAccess {
  readonly token: string;
  readonly apiUrl?: string;
  /** Set if it is a Discord on this machine. */
  readonly local?: LocalDiscord;
  close(): Promise<void>;
}

/** Prepares Discord if there is a token; otherwise a Discord on this machine, which prints its address when it opens. */
export async function prepareDiscord(config: Config, io: CliIo): Promise<PreparedDiscord> {
  const { token, discordApiUrl } = config;
  if (token) {
    const access: DiscordAccess = {
      token,
      ...(discordApiUrl && { apiUrl: discordApiUrl }),
      close: () => Promise.resolve(),
    };
    return { clock: createRunningClock(io.now), open: () => Promise.resolve(access) };
  }
  // Loaded late, because a bot with a token never needs it.
  const { createMovableClock } = await import('@dateline/local-discord');
  const clock = createMovableClock(() => io.now().getTime());
  return {
    clock: { now: () => new Date(clock.now()), onStep: (work) => clock.onStep(work) },
    open: () => openLocal(config.localPort, io, clock),
  };
}

async function openLocal(port: number, io: CliIo, clock: MovableClock): Promise<DiscordAccess> {
  const { openLocalDiscord, openPage } = await import('@dateline/local-discord');
  const closing = new AbortController();
  const onBuild = (): void => {
    if (io.isTerminal) io.err('Its page is being built, which takes a few seconds …');
  };
  const findPage = async (): Promise<Page> => {
    const page = await openPage({ onBuild, signal: closing.signal });
    if (page.kind === 'missing' && !closing.signal.aborted) io.err(`There is no page. ${page.why}`);
    return page;
  };
  try {
    const local = await openLocalDiscord({
      port,
      applicationName: 'Dateline',
      hints: PAGE_HINTS,
      clock,
      openPage: findPage,
    });
    io.out(
      `No DISCORD_TOKEN, so here is a Discord on this machine: ${local.url} (open it in a browser)`,
    );
    const { token, apiUrl } = local;
    return {
      token,
      apiUrl,
      local,
      close() {
        closing.abort();
        return local.close();
      },
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UserError(
      'bad-config',
      `Port ${port} is taken. Set LOCAL_PORT to another one, or to 0 for any free one.`,
      { cause: error },
    );
  }
}
