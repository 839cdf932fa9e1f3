import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import type { LocalDiscord } from '../../packages/local-discord/local-discord.ts';
import type { MovableClock } from '../../packages/local-discord/movable-clock.ts';
import type { Page } from '../../packages/local-discord/serve/open-page.ts';
import type { CliIo } from '../io.ts';

/** The Discord that the bot logs in to. */
export interface DiscordAccess {
  readonly token: string;
  readonly apiUrl?: string;
  /** Set if it is a Discord on this machine. */
  readonly local?: LocalDiscord;
  close(): Promise<void>;
}

/** Resolves to Discord if there is a token; otherwise opens a Discord on this machine and prints its address. */
export async function openDiscord(
  config: Config,
  io: CliIo,
  clock: MovableClock,
): Promise<DiscordAccess> {
  const { token, discordApiUrl, localPort } = config;
  if (token) {
    return {
      token,
      ...(discordApiUrl && { apiUrl: discordApiUrl }),
      close: () => Promise.resolve(),
    };
  }
  // Loaded late, because a bot with a token never needs it.
  const { openLocalDiscord } = await import('../../packages/local-discord/local-discord.ts');
  const { openPage } = await import('../../packages/local-discord/serve/open-page.ts');
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
      port: localPort,
      clock,
      openPage: findPage,
    });
    io.out(
      `No DISCORD_TOKEN, so here is a Discord on this machine: ${local.url} (open it in a browser)`,
    );
    const { token: localToken, apiUrl } = local;
    return {
      token: localToken,
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
      `Port ${localPort} is taken. Set LOCAL_PORT to another one, or to 0 for any free one.`,
      { cause: error },
    );
  }
}
