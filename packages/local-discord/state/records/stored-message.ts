import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import type { KeptRequest } from './kept-request.ts';

/** A message, and facts about it that Discord does not send. */
export interface StoredMessage {
  readonly api: APIMessage;
  readonly guildId: Snowflake | undefined;
  /** For an ephemeral message: the only user who sees it. */
  readonly ephemeralTo: Snowflake | undefined;
  /** Whether that user has dismissed it. */
  isDismissed?: boolean;
  /** The nonce of its author. Only the creation's response and event contain it. */
  readonly nonce: string | number | undefined;
  /** The bot's requests for it, oldest first. */
  readonly requests: KeptRequest[];
}
