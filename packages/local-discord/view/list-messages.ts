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

/** Lists what a user sees in a channel that they see, oldest first. */
export function listMessages(world: World, channel: Channel, userId: Snowflake): APIMessage[] {
  const maySeePast = hasPermission(world, channel, userId, Bits.ReadMessageHistory);
  return [...(world.messages.get(channel.id)?.values() ?? [])]
    .filter((message) => isListed(message, userId, maySeePast))
    .map((message) => message.api)
    .toSorted((a, b) => compareSnowflakes(a.id, b.id));
}

/** Without the history, a user keeps what was said to them alone. */
function isListed(message: StoredMessage, userId: Snowflake, maySeePast: boolean): boolean {
  return canSeeMessage(message, userId) && (maySeePast || message.ephemeralTo === userId);
}
