import { ChannelType, type Client, type Guild } from 'discord.js';
import type { GuildLookup } from './guild-lookup.ts';

/** Looks up the cache of a logged-in client, which the gateway keeps up to date. */
export function createCachedGuilds(client: Client<true>): GuildLookup {
  return {
    async channel(channelId) {
      const channel = client.channels.cache.get(channelId);
      if (!channel || channel.isDMBased()) return { kind: 'none' };
      const permissions = channel.permissionsFor(client.user)?.bitfield ?? 0n;
      const { guildId } = channel;
      return { kind: 'found', facts: { guildId, isThread: channel.isThread(), permissions } };
    },
    async guild(guildId) {
      const guild = client.guilds.cache.get(guildId);
      if (!guild) return { kind: 'none' };
      const { systemChannelId } = guild;
      const mentionable = guild.roles.cache.filter((role) => role.mentionable);
      return {
        kind: 'found',
        facts: {
          textChannelIds: listTextChannels(guild),
          mentionableRoles: new Set(mentionable.keys()),
          ...(systemChannelId !== null && { systemChannelId }),
        },
      };
    },
  };
}

function listTextChannels({ channels }: Guild): string[] {
  const texts = [...channels.cache.values()].filter(({ type }) => type === ChannelType.GuildText);
  return texts
    .map((channel) => ({
      id: channel.id,
      position: 'rawPosition' in channel ? channel.rawPosition : 0,
    }))
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
