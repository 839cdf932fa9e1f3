import { ChannelType, type APIUser } from 'discord-api-types/v10';
import { bitSet } from '../bit-set.ts';
import { isDm, type DmChannel } from './channel.ts';
import type { World } from './world.ts';

/** Returns a user's DM channel with the bot. The first call creates it. */
export function openDm(world: World, user: APIUser): DmChannel {
  for (const channel of world.channels.values()) {
    if (isDm(channel) && channel.recipients[0]?.id === user.id) return channel;
  }
  const channel: DmChannel = {
    id: world.ids.next(),
    type: ChannelType.DM,
    name: null,
    recipients: [user],
    last_message_id: null,
    flags: bitSet(0),
  };
  world.channels.set(channel.id, channel);
  return channel;
}
