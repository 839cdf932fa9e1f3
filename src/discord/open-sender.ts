import { setTimeout as sleep } from 'node:timers/promises';
import { REST, type RESTOptions } from 'discord.js';
import { Routes, type APIUser } from 'discord-api-types/v10';
import type { GuildKnowledge } from '../delivery/guild-knowledge.ts';
import type { MessagePort } from '../delivery/message-port.ts';
import type { Log } from '../log.ts';
import type { Observer } from '../observer.ts';
import { explainToken } from './gateway/explain-login.ts';
import { createGuildKnowledge } from './guilds/create-guild-knowledge.ts';
import { createFetchedGuilds } from './guilds/fetched-guilds.ts';
import { createMessagePort } from './rest/create-message-port.ts';
import { classifyRestFailure } from './rest/rest-failure.ts';
import { buildRestSettings, logRest, type DiscordAddress } from './rest/rest-settings.ts';

/** The dependencies of sending. */
export interface SenderDependencies extends DiscordAddress {
  readonly token: string;
  /** Sends a request, such as within the budget that several processes share. */
  readonly makeRequest: RESTOptions['makeRequest'];
  readonly log: Log;
  readonly observer?: Observer;
  /** Ends the wait for Discord. */
  readonly signal: AbortSignal;
}

/** What delivery needs of Discord, without a connection to its gateway. */
export interface Sender {
  readonly rest: REST;
  readonly port: MessagePort;
  readonly guilds: GuildKnowledge;
  close(): void;
}

const FIRST_DELAY_MS = 500;
const MOST_DELAY_MS = 120_000;

/**
 * Opens what posts messages through REST alone. While Discord cannot be reached, it waits. Throws a UserError if the
 * token is refused, and the signal's reason when that aborts.
 */
export async function openSender(dependencies: SenderDependencies): Promise<Sender> {
  const { token, makeRequest, log, signal } = dependencies;
  const rest = new REST({ version: '10', ...buildRestSettings(dependencies, makeRequest) });
  rest.setToken(token);
  logRest(rest, log, dependencies.observer);
  const close = (): void => {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  };
  try {
    const { id: botId, username } = await readUser(rest, log, signal);
    log.info({ user: username }, 'Discord can be reached');
    const lookup = createFetchedGuilds(rest, botId);
    return {
      rest,
      port: createMessagePort({ rest, botId, lookup }),
      // Asking before each post would take three requests. Discord says it when the message is posted, too.
      guilds: { ...createGuildKnowledge(lookup), mayAttachFiles: () => Promise.resolve(undefined) },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Asks Discord who the bot is, again and again until it answers. */
async function readUser(rest: REST, log: Log, signal: AbortSignal): Promise<APIUser> {
  for (let delayMs = FIRST_DELAY_MS; ; delayMs = Math.min(delayMs * 2, MOST_DELAY_MS)) {
    try {
      return (await rest.get(Routes.user(), { signal })) as APIUser;
    } catch (error) {
      signal.throwIfAborted();
      const failure = classifyRestFailure(error);
      if (failure.kind === 'refused' && failure.status === 401) throw explainToken(error);
      if (failure.kind !== 'unreachable') throw error;
      log.warn({ err: error, retryInMs: delayMs }, 'Discord cannot be reached; trying again');
      await sleep(delayMs, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }
}
