import type { APIUser, Snowflake } from 'discord-api-types/v10';
import type { SigningKey } from '../../endpoint/signing-key.ts';

/** The only registered application, and its bot. */
export interface Application {
  readonly id: Snowflake;
  readonly name: string;
  readonly token: string;
  /** The bot's user. It has the application's id, like the bots of all applications since 2016. */
  readonly bot: APIUser;
  readonly ownerId: Snowflake;
  /** Privileged intents that the bot may use, as gateway bits. */
  privilegedIntents: number;
  /** How many of its shards may identify within five seconds. */
  maxConcurrency: number;
  /** How many shards the bot is advised to have. */
  shards: number;
  readonly signingKey: SigningKey;
  /** Where interactions are posted. Without it, they go to the gateway. */
  interactionsEndpoint: string | undefined;
  /** Whether the bot is connected to the gateway. */
  isOnline: boolean;
}
