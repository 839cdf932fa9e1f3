import type { APIUser, Snowflake } from 'discord-api-types/v10';

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
