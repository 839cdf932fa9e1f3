import { MessageReferenceType, MessageType, type APIMessage } from 'discord-api-types/v10';
import { guildIdOf, type Channel } from './channel.ts';
import type { StoredMessage } from './world.ts';

/** What a message has of another one in its channel that it replies to. */
export function referTo(channel: Channel, { api }: StoredMessage): Partial<APIMessage> {
  const guildId = guildIdOf(channel);
  return {
    type: MessageType.Reply,
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: channel.id,
      message_id: api.id,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    },
    referenced_message: api,
  };
}
