import {
  PermissionFlagsBits as Bits,
  type APIMessage,
  type Snowflake,
} from 'discord-api-types/v10';
import { compareSnowflakes } from '../snowflake.ts';
import type { Channel } from '../state/channel.ts';
import { hasPermission } from '../state/permissions.ts';
import { canSeeMessage } from '../state/dismissal.ts';
import type { StoredMessage } from '../state/records/stored-message.ts';
import type { World } from '../state/world.ts';

/** Lists the messages that a user sees in a channel, oldest first. The user must be able to see the channel. */
export function listMessages(world: World, channel: Channel, userId: Snowflake): APIMessage[] {
  const canReadHistory = hasPermission(world, channel, userId, Bits.ReadMessageHistory);
  return [...(world.messages.get(channel.id)?.values() ?? [])]
    .filter((message) => isListed(message, userId, canReadHistory))
    .map((message) => message.api)
    .toSorted((a, b) => compareSnowflakes(a.id, b.id));
}

/** A user who may not read the history sees only ephemeral messages. */
function isListed(message: StoredMessage, userId: Snowflake, canReadHistory: boolean): boolean {
  return canSeeMessage(message, userId) && (canReadHistory || message.ephemeralTo === userId);
}
