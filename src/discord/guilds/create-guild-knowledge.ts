import { bitsFor, listLacking } from '../../command/needed-permissions.ts';
import type { GuildKnowledge } from '../../delivery/guild-knowledge.ts';
import { checkChannel, UNSEEN } from './check-channel.ts';
import type { GuildLookup } from './guild-lookup.ts';
import { mayDo } from './may-do.ts';

/** Creates what delivery and commands can ask about servers and channels. */
export function createGuildKnowledge(lookup: GuildLookup): GuildKnowledge {
  return {
    async isInGuild(guildId) {
      const guild = await lookup.guild(guildId);
      return guild.kind === 'unknown' ? undefined : guild.kind === 'found';
    },
    mayAttachFiles: (channelId) => mayDo(lookup, channelId, bitsFor('attach')),
    async systemChannel(guildId) {
      const guild = await lookup.guild(guildId);
      if (guild.kind !== 'found') return guild;
      const { systemChannelId: channelId } = guild.facts;
      if (channelId === undefined) return { kind: 'none' };
      const mayWrite = await mayDo(lookup, channelId, bitsFor('write'));
      if (mayWrite === undefined) return { kind: 'unknown' };
      return mayWrite ? { kind: 'writable', channelId } : { kind: 'none' };
    },
    async greetingChannel(guildId) {
      const guild = await lookup.guild(guildId);
      if (guild.kind !== 'found') return guild;
      const { systemChannelId, textChannelIds } = guild.facts;
      const system = systemChannelId === undefined ? [] : [systemChannelId];
      for (const channelId of new Set([...system, ...textChannelIds])) {
        const channel = await lookup.channel(channelId);
        if (channel.kind === 'unknown') return { kind: 'unknown' };
        if (channel.kind === 'none') continue;
        const { permissions } = channel.facts;
        if ((permissions & bitsFor('write')) !== bitsFor('write')) continue;
        const lacking = listLacking(permissions);
        return { kind: 'writable', channelId, lacking };
      }
      return { kind: 'none' };
    },
    async checkChannel(subscription) {
      const channel = await lookup.channel(subscription.channelId);
      if (channel.kind === 'unknown') return undefined;
      if (channel.kind === 'none') return UNSEEN;
      const { facts } = channel;
      const isMentionable = await mayAnyoneMention(lookup, facts.guildId, subscription.roleId);
      return isMentionable === undefined
        ? undefined
        : checkChannel(subscription, facts, isMentionable);
    },
  };
}

async function mayAnyoneMention(
  lookup: GuildLookup,
  guildId: string,
  roleId: string | undefined,
): Promise<boolean | undefined> {
  if (roleId === undefined) return true;
  const guild = await lookup.guild(guildId);
  if (guild.kind === 'unknown') return undefined;
  return guild.kind === 'found' && guild.facts.mentionableRoles.has(roleId);
}
