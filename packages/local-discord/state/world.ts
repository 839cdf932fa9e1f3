import type { APIApplicationCommand, APIUser, Snowflake } from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import { createSnowflakes, type Snowflakes } from '../snowflake.ts';
import type { Application } from './records/application.ts';
import { ChannelMap } from './channel-map.ts';
import { createFeed, type Feed, type Published, type ViewUpdate } from './feed.ts';
import type { Guild } from './records/guild.ts';
import type { StoredInteraction } from './records/interaction.ts';
import type { StoredMessage } from './records/stored-message.ts';

/** The whole state of a local Discord, in memory. */
export interface World {
  readonly clock: Clock;
  readonly ids: Snowflakes;
  /** Events of the gateway. */
  readonly feed: Feed<Published>;
  /** Changes that only the page shows: ephemeral messages, commands, the clock. */
  readonly viewUpdates: Feed<ViewUpdate>;
  readonly application: Application;
  /** The server's URL; empty until it listens. */
  url: string;
  readonly users: Map<Snowflake, APIUser>;
  readonly guilds: Map<Snowflake, Guild>;
  readonly channels: ChannelMap;
  /** Messages by channel, oldest first. */
  readonly messages: Map<Snowflake, Map<Snowflake, StoredMessage>>;
  readonly commands: Map<Snowflake, APIApplicationCommand>;
  /** When commands were created, in ms since 1970, by scope: a guild's id or `global`. */
  readonly commandCreates: Map<string, number[]>;
  /** Interactions by token. */
  readonly interactions: Map<string, StoredInteraction>;
  readonly files: Map<Snowflake, StoredFile>;
  /** Users who have installed the application for themselves. */
  readonly userInstalls: Set<Snowflake>;
  /** Users who accept no direct messages. */
  readonly closedToMessages: Set<Snowflake>;
}

/** An uploaded file. */
interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Creates a world that has only an application. */
export function createWorld(clock: Clock, application: Application): World {
  return {
    clock,
    ids: createSnowflakes(() => clock.now()),
    feed: createFeed(),
    viewUpdates: createFeed(),
    application,
    url: '',
    users: new Map([[application.bot.id, application.bot]]),
    guilds: new Map(),
    channels: new ChannelMap(),
    messages: new Map(),
    commands: new Map(),
    commandCreates: new Map(),
    interactions: new Map(),
    files: new Map(),
    userInstalls: new Set(),
    closedToMessages: new Set(),
  };
}
