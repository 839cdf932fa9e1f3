import {
  MessageReferenceType,
  MessageType,
  type APIMessage,
  type Snowflake,
} from 'discord-api-types/v10';
import { guildIdOf, type Channel } from './channel.ts';
import type { StoredMessage } from './records/stored-message.ts';

/** Builds the fields of a message that replies to another one. The referenced message is null if it was deleted. */
export function referTo(
  channel: Channel,
  messageId: Snowflake,
  referenced: StoredMessage | undefined,
): Partial<APIMessage> {
  const guildId = guildIdOf(channel);
  return {
    type: MessageType.Reply,
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: channel.id,
      message_id: messageId,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    },
    referenced_message: referenced?.api ?? null,
  };
}
