import type {
  APIApplicationCommand,
  APIGuild,
  APIGuildMember,
  APIMessage,
  APIUser,
  Snowflake,
} from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import { createSnowflakes, type Snowflakes } from '../snowflake.ts';
import type { Channel } from './channel.ts';
import { createFeed, type Feed, type Published, type Whisper } from './feed.ts';
import type { StoredInteraction } from './interaction.ts';
import type { KeptRequest } from './sent.ts';

/** Everything that this Discord knows, in memory. */
export interface World {
  readonly clock: Clock;
  readonly ids: Snowflakes;
  /** What bots hear of. */
  readonly feed: Feed<Published>;
  /** What only people see: ephemeral messages, commands, the clock. */
  readonly whispers: Feed<Whisper>;
  readonly application: Application;
  /** The address that files and the gateway are reached at; known once the server listens. */
  url: string;
  readonly users: Map<Snowflake, APIUser>;
  readonly guilds: Map<Snowflake, Guild>;
  readonly channels: Map<Snowflake, Channel>;
  /** Messages by channel, oldest first. */
  readonly messages: Map<Snowflake, Map<Snowflake, StoredMessage>>;
  readonly commands: Map<Snowflake, APIApplicationCommand>;
  /** Instants, in ms, at which a command was created, by scope (a guild's id, or `global`). */
  readonly commandCreates: Map<string, number[]>;
  /** Interactions by token. */
  readonly interactions: Map<string, StoredInteraction>;
  readonly files: Map<Snowflake, StoredFile>;
  /** Users who have installed the application for themselves. */
  readonly userInstalls: Set<Snowflake>;
  /** Users who take no direct messages. */
  readonly closedToMessages: Set<Snowflake>;
}

/** The one application that is registered here, and its bot. */
export interface Application {
  readonly id: Snowflake;
  readonly name: string;
  readonly token: string;
  /** The bot's user; its id is the application's, as with every application made since 2016. */
  readonly bot: APIUser;
  readonly ownerId: Snowflake;
  /** Privileged intents that are switched on, as gateway intent bits. */
  privilegedIntents: number;
  /** Whether its bot is connected, as the gateway says. */
  isOnline: boolean;
}

/** A guild with the parts that Discord serves by routes of their own. */
export interface Guild {
  readonly api: APIGuild;
  readonly members: Map<Snowflake, GuildMember>;
}

/** A member with the user it is. */
export type GuildMember = APIGuildMember & { user: APIUser };

/** A message with what Discord keeps of it but does not send. */
export interface StoredMessage {
  readonly api: APIMessage;
  readonly guildId: Snowflake | undefined;
  /** The one user who sees it, for an ephemeral message. */
  readonly ephemeralTo: Snowflake | undefined;
  /** Whether the one who alone could see it has put it away. */
  isDismissed?: boolean;
  /** As its author sent it; told with the creation only. */
  readonly nonce: string | number | undefined;
  /** What the bot sent for it, oldest first. */
  readonly requests: KeptRequest[];
}

/** An uploaded file. */
interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Creates a world with an application and nothing else. */
export function createWorld(clock: Clock, application: Application): World {
  return {
    clock,
    ids: createSnowflakes(() => clock.now()),
    feed: createFeed(),
    whispers: createFeed(),
    application,
    url: '',
    users: new Map([[application.bot.id, application.bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    commands: new Map(),
    commandCreates: new Map(),
    interactions: new Map(),
    files: new Map(),
    userInstalls: new Set(),
    closedToMessages: new Set(),
  };
}
