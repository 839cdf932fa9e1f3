import { OverwriteType, PermissionFlagsBits as Bits, type Snowflake } from 'discord-api-types/v10';
import { isDm, isThread, type Channel, type GuildChannel } from './channel.ts';
import type { Guild } from './records/guild.ts';
import type { World } from './world.ts';

/** All permission bits. */
export const allPermissions: bigint = Object.values(Bits).reduce((all, bit) => all | bit, 0n);

/** A user's permissions in a DM channel. */
const dmPermissions: bigint =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.ReadMessageHistory |
  Bits.AddReactions |
  Bits.UseExternalEmojis |
  Bits.UseApplicationCommands |
  Bits.MentionEveryone;

/** Permissions that a user without the permission to send messages loses too. */
const needSend = Bits.MentionEveryone | Bits.SendTTSMessages | Bits.AttachFiles | Bits.EmbedLinks;

/** Computes a member's permissions in the guild; 0n for a user who isn't a member. */
export function guildPermissions(guild: Guild, userId: Snowflake): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.api.owner_id === userId) return allPermissions;
  const held = guild.api.roles.filter(
    (role) => role.id === guild.api.id || member.roles.includes(role.id),
  );
  const bits = held.reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  return bits & Bits.Administrator ? allPermissions : bits;
}

/**
 * Computes a user's permissions in a channel: those of the roles, then the overwrites for everyone, for all
 * the user's roles together and for the member. A user without View Channel has none.
 * Source: https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function channelPermissions(world: World, channel: Channel, userId: Snowflake): bigint {
  if (isDm(channel)) {
    const takesPart =
      userId === world.application.bot.id || channel.recipients.some((user) => user.id === userId);
    return takesPart ? dmPermissions : 0n;
  }
  const guild = world.guilds.get(channel.guild_id);
  if (!guild) return 0n;
  const base = guildPermissions(guild, userId);
  if (base === allPermissions) return base;
  const parent = isThread(channel) ? world.channels.get(channel.parent_id) : channel;
  if (!parent || isDm(parent) || isThread(parent)) return 0n;
  return withImplicitDenials(applyOverwrites(base, parent, guild, userId), isThread(channel));
}

/** Tells whether a user has all the given permissions in a channel. */
export function hasPermission(
  world: World,
  channel: Channel,
  userId: Snowflake,
  bits: bigint,
): boolean {
  return (channelPermissions(world, channel, userId) & bits) === bits;
}

/** Returns the permission that is required to send messages in a channel. */
export function sendPermission(channel: Channel): bigint {
  return isThread(channel) ? Bits.SendMessagesInThreads : Bits.SendMessages;
}

function applyOverwrites(
  base: bigint,
  channel: GuildChannel,
  guild: Guild,
  userId: Snowflake,
): bigint {
  const roles = guild.members.get(userId)?.roles ?? [];
  const overwrites = channel.permission_overwrites;
  const layers = [
    overwrites.filter((one) => one.id === guild.api.id),
    overwrites.filter((one) => one.type === OverwriteType.Role && roles.includes(one.id)),
    overwrites.filter((one) => one.type === OverwriteType.Member && one.id === userId),
  ];
  return layers.reduce((bits, layer) => {
    const deny = layer.reduce((sum, one) => sum | BigInt(one.deny), 0n);
    const allow = layer.reduce((sum, one) => sum | BigInt(one.allow), 0n);
    return (bits & ~deny) | allow;
  }, base);
}

function withImplicitDenials(bits: bigint, inThread: boolean): bigint {
  if (!(bits & Bits.ViewChannel)) return 0n;
  const send = inThread ? Bits.SendMessagesInThreads : Bits.SendMessages;
  return bits & send ? bits : bits & ~needSend;
}
