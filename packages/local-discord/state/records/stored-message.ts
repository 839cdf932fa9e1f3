import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import type { KeptRequest } from './kept-request.ts';

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
