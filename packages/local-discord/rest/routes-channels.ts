import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { guildIdOf, isDm } from '../state/channel.ts';
import { findVisibleChannel, requirePermission } from '../state/find.ts';
import { sendPermission } from '../state/permissions.ts';
import type { World } from '../state/world.ts';
import { param, type RestApp } from './rest-app.ts';

/** Adds the routes of channels and typing indicators. */
export function addChannelRoutes(app: RestApp, world: World): void {
  app.get('/channels/:channelId', (c) => c.json(findVisibleChannel(world, param(c, 'channelId'))));
  app.post('/channels/:channelId/typing', (c) => {
    const channel = findVisibleChannel(world, param(c, 'channelId'));
    requirePermission(world, channel, sendPermission(channel));
    const guildId = guildIdOf(channel);
    world.feed.publish({
      dispatch: {
        t: GatewayDispatchEvents.TypingStart,
        d: {
          channel_id: channel.id,
          user_id: world.application.bot.id,
          timestamp: Math.floor(world.clock.now() / 1000),
          ...(guildId === undefined ? {} : { guild_id: guildId }),
        },
      },
      intent: isDm(channel)
        ? GatewayIntentBits.DirectMessageTyping
        : GatewayIntentBits.GuildMessageTyping,
      guildId,
      channelId: channel.id,
    });
    return c.body(null, 204);
  });
}
