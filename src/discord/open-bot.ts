import { GatewayDispatchEvents, type Client } from 'discord.js';
import type {
  APIGuild,
  APIInteraction,
  GatewayGuildCreateDispatchData,
} from 'discord-api-types/v10';
import type { Services } from '../command/services.ts';
import type { SeenGuild } from '../delivery/greeting/plan-greeting.ts';
import type { GuildKnowledge } from '../delivery/guild-knowledge.ts';
import type { MessagePort } from '../delivery/message-port.ts';
import type { UserError } from '../errors.ts';
import type { Observer } from '../observer.ts';
import type { AttachPictures } from './pictures/attach-pictures.ts';
import { createClient, type ClientDependencies } from './rest/client.ts';
import type { DiscordAddress } from './rest/rest-settings.ts';
import { describeHealth, type BotHealth } from './gateway/bot-health.ts';
import { destroyClient } from './gateway/destroy-client.ts';
import { createCachedGuilds } from './guilds/cached-guilds.ts';
import { createGuildKnowledge } from './guilds/create-guild-knowledge.ts';
import { createAnswering } from './interactions/answering.ts';
import { logIn, type LoginPatience } from './gateway/log-in.ts';
import { createMessagePort } from './rest/create-message-port.ts';
import {
  registerAll,
  type RegisterAllDependencies,
  type RegisterOutcome,
} from './rest/register-all.ts';
import { watchConnection } from './gateway/watch-connection.ts';

/** The dependencies of answering interactions, however they come. */
export interface AnsweringDependencies extends DiscordAddress, RegisterAllDependencies {
  readonly token: string;
  readonly services: Services;
  readonly now: () => Date;
  readonly observer?: Observer;
  readonly attachPictures: AttachPictures;
  /** How long an answer waits for its pictures. */
  readonly pictureWaitMs: number;
  /** How long a command that stores nothing works before it is acknowledged; 250 ms by default. */
  readonly acknowledgeAfterMs?: number;
}

/** The dependencies of a bot at the gateway. */
export interface BotDependencies extends AnsweringDependencies, ClientDependencies {
  /**
   * Called with each server that the bot is in, and whenever one is joined, becomes available or is changed. Without a
   * gateway: with each that an interaction comes from.
   */
  readonly onGuild?: (guild: SeenGuild) => void;
  /** Called at most once, when the bot cannot go on until someone fixes the cause. */
  readonly onFatal: (error: UserError) => void;
  readonly patience?: LoginPatience;
  /** Ends the log-in if Discord cannot be reached. */
  readonly signal?: AbortSignal;
}

/** What answers interactions, and what else it knows and does at Discord. */
export interface AnsweringBot {
  /** Sends messages that do not answer an interaction. */
  readonly port: MessagePort;
  readonly guilds: GuildKnowledge;
  /** Settles when the commands are registered or Discord has refused them; never rejects. */
  readonly registered: Promise<RegisterOutcome>;
  health(): BotHealth;
  /** Answers nothing new, and waits a few seconds for answers in progress. */
  stopAnswering(): Promise<void>;
  /** Stops answering, then ends the connection. */
  close(): Promise<void>;
}

/** A bot that is logged in at the gateway. */
export interface Bot extends AnsweringBot {
  readonly client: Client<true>;
}

/**
 * Logs in, registers the commands and answers interactions from then on.
 * While Discord cannot be reached, it waits. Throws a UserError if waiting cannot help.
 */
export async function openBot(dependencies: BotDependencies): Promise<Bot> {
  const { log } = dependencies;
  const answering = createAnswering(dependencies);
  const closing = new AbortController();

  function createListeningClient(): Client {
    const client = createClient(dependencies);
    // The raw event: complete, typed, and the same that an HTTP endpoint receives.
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
      answering.take(interaction),
    );
    client.ws.on(GatewayDispatchEvents.GuildCreate, (guild: GatewayGuildCreateDispatchData) => {
      if (guild.unavailable !== true) dependencies.onGuild?.(describeGuild(guild));
    });
    client.ws.on(GatewayDispatchEvents.GuildUpdate, (guild: APIGuild) => {
      dependencies.onGuild?.(describeGuild(guild));
    });
    return client;
  }

  let client: Client<true>;
  try {
    client = await logIn({ ...dependencies, createClient: createListeningClient });
  } catch (error) {
    answering.dispose();
    throw error;
  }
  log.info({ guilds: client.guilds.cache.size, user: client.user.tag }, 'logged in to Discord');
  watchConnection(client, { ...dependencies, closing: closing.signal });

  const lookup = createCachedGuilds(client);
  async function stopAnswering(): Promise<void> {
    closing.abort();
    await answering.stop();
  }
  return {
    client,
    port: createMessagePort({ rest: client.rest, botId: client.user.id, lookup }),
    guilds: createGuildKnowledge(lookup),
    registered: registerAll(client.application.id, client.rest, dependencies, closing.signal),
    health: () => describeHealth(client),
    stopAnswering,
    async close() {
      await stopAnswering();
      await destroyClient(client);
      answering.dispose();
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
