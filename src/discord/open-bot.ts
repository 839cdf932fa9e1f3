import { GatewayDispatchEvents, type Client } from 'discord.js';
import type {
  APIGuild,
  APIInteraction,
  GatewayGuildCreateDispatchData,
} from 'discord-api-types/v10';
import { buildCommandJson } from '../command/build-command-json.ts';
import type { Command } from '../command/command.ts';
import { localizations } from '../command/localizations/localizations.ts';
import type { Services } from '../command/services.ts';
import type { SeenGuild } from '../delivery/greeting/plan-greeting.ts';
import type { GuildKnowledge } from '../delivery/guild-knowledge.ts';
import type { MessagePort } from '../delivery/message-port.ts';
import type { UserError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Observer } from '../observer.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { AttachPictures } from './pictures/attach-pictures.ts';
import { createAnswerRest, createClient } from './rest/client.ts';
import { describeHealth, type BotHealth } from './gateway/bot-health.ts';
import { destroyClient } from './gateway/destroy-client.ts';
import { createCachedGuilds } from './guilds/cached-guilds.ts';
import { createGuildKnowledge } from './guilds/create-guild-knowledge.ts';
import { createDispatch } from './interactions/dispatch.ts';
import { logIn, type LoginPatience } from './gateway/log-in.ts';
import { createMessagePort } from './rest/create-message-port.ts';
import { registerCommands } from './rest/register.ts';
import { createUnderWay } from './interactions/under-way.ts';
import { watchConnection } from './gateway/watch-connection.ts';

/** The dependencies of the bot. */
export interface BotDependencies {
  readonly token: string;
  /** Discord's own by default. */
  readonly apiUrl?: string;
  readonly commands: readonly Command[];
  readonly services: Services;
  /** Hashes of the registered commands; see `registerCommands`. */
  readonly registrations: RecordStore<string>;
  /** Registers the commands in this guild only, where they appear at once. */
  readonly developmentGuildId?: string;
  readonly now: () => Date;
  readonly log: Log;
  readonly observer?: Observer;
  /** Called with each server that the bot is in, and whenever one is joined, becomes available or is changed. */
  readonly onGuild?: (guild: SeenGuild) => void;
  /** Called at most once, when the bot cannot go on until someone fixes the cause. */
  readonly onFatal: (error: UserError) => void;
  readonly patience?: LoginPatience;
  /** Ends the log-in if Discord cannot be reached. */
  readonly signal?: AbortSignal;
  readonly attachPictures: AttachPictures;
  /** How long an answer waits for its pictures. */
  readonly pictureWaitMs: number;
}

/** A bot that is logged in and answers interactions. */
export interface Bot {
  readonly client: Client<true>;
  /** Sends messages that do not answer an interaction. */
  readonly port: MessagePort;
  readonly guilds: GuildKnowledge;
  /** Settles when the commands are registered or Discord has refused them; never rejects. */
  readonly registered: Promise<'registered' | 'unchanged' | 'failed'>;
  health(): BotHealth;
  /** Answers nothing new, and waits a few seconds for answers in progress. */
  stopAnswering(): Promise<void>;
  /** Stops answering, then logs out. */
  close(): Promise<void>;
}

/** How long `stopAnswering` waits for answers in progress. */
const CLOSE_GRACE_MS = 4_000;

/**
 * Logs in, registers the commands and answers interactions from then on.
 * While Discord cannot be reached, it waits. Throws a UserError if waiting cannot help.
 */
export async function openBot(dependencies: BotDependencies): Promise<Bot> {
  const { log } = dependencies;
  const rest = createAnswerRest(dependencies);
  const dispatch = createDispatch({ ...dependencies, rest });
  const answers = createUnderWay((err) => log.error({ err }, 'an interaction was not understood'));
  const closing = new AbortController();

  function createListeningClient(): Client {
    const client = createClient(dependencies);
    // The raw event: complete, typed, and the same that an HTTP endpoint would receive.
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
      if (!closing.signal.aborted) answers.add(dispatch(interaction));
    });
    client.ws.on(GatewayDispatchEvents.GuildCreate, (guild: GatewayGuildCreateDispatchData) => {
      if (guild.unavailable !== true) dependencies.onGuild?.(describeGuild(guild));
    });
    client.ws.on(GatewayDispatchEvents.GuildUpdate, (guild: APIGuild) => {
      dependencies.onGuild?.(describeGuild(guild));
    });
    return client;
  }

  function stopRest(): void {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }

  let client: Client<true>;
  try {
    client = await logIn({ ...dependencies, createClient: createListeningClient });
  } catch (error) {
    stopRest();
    throw error;
  }
  log.info({ guilds: client.guilds.cache.size, user: client.user.tag }, 'logged in to Discord');
  watchConnection(client, { ...dependencies, closing: closing.signal });

  const lookup = createCachedGuilds(client);
  let stopping: Promise<void> | undefined;
  async function stopAnswering(): Promise<void> {
    closing.abort();
    stopping ??= answers.settle(CLOSE_GRACE_MS);
    await stopping;
  }
  return {
    client,
    port: createMessagePort({ rest: client.rest, botId: client.user.id, lookup }),
    guilds: createGuildKnowledge(lookup),
    registered: register(client, dependencies, closing.signal),
    health: () => describeHealth(client),
    stopAnswering,
    async close() {
      await stopAnswering();
      await destroyClient(client);
      stopRest();
    },
  };
}

function describeGuild({
  id,
  preferred_locale: locale,
  joined_at: joinedAt,
}: APIGuild & Partial<Pick<GatewayGuildCreateDispatchData, 'joined_at'>>): SeenGuild {
  return { id, locale, ...(joinedAt && { joinedAt }) };
}

async function register(
  client: Client<true>,
  { commands, registrations, developmentGuildId, log }: BotDependencies,
  signal: AbortSignal,
): Promise<'registered' | 'unchanged' | 'failed'> {
  try {
    const outcome = await registerCommands(
      {
        applicationId: client.application.id,
        ...(developmentGuildId && { guildId: developmentGuildId }),
        commands: commands.map((command) => buildCommandJson(command, localizations)),
      },
      { rest: client.rest, hashes: registrations, signal },
    );
    log.info({ commands: commands.length, guild: developmentGuildId }, `commands ${outcome}`);
    return outcome;
  } catch (error) {
    if (!signal.aborted)
      log.error({ err: error }, 'the commands could not be registered; Discord shows the old ones');
    return 'failed';
  }
}
