import {
  ApplicationCommandOptionType as Kind,
  ComponentType,
  type APIInteractionDataResolved,
  type Snowflake,
} from 'discord-api-types/v10';
import { isGuildChannel, isThread, type Channel } from '../state/channel.ts';
import { channelPermissions } from '../state/permissions.ts';
import type { World } from '../state/world.ts';
import { Refused } from './refused.ts';
import type { Actor } from './send-interaction.ts';

/** The kind of object that an id belongs to. */
export type NamedKind = Kind.User | Kind.Channel | Kind.Role | Kind.Mentionable;

/** The kind of ids in the values of each menu. */
export const namedByMenu: Partial<Record<ComponentType, NamedKind>> = {
  [ComponentType.UserSelect]: Kind.User,
  [ComponentType.RoleSelect]: Kind.Role,
  [ComponentType.MentionableSelect]: Kind.Mentionable,
  [ComponentType.ChannelSelect]: Kind.Channel,
};

/** Looks up the given ids for an interaction's `resolved` data. Throws Refused for an unknown id. */
export function resolveIds(
  world: World,
  actor: Actor,
  ids: readonly (readonly [NamedKind, Snowflake])[],
): APIInteractionDataResolved | undefined {
  if (ids.length === 0) return undefined;
  const resolved: Required<Omit<APIInteractionDataResolved, 'attachments'>> = {
    users: {},
    members: {},
    roles: {},
    channels: {},
  };
  for (const [kind, id] of ids) resolveOne(world, actor, kind, id, resolved);
  const filled = Object.entries(resolved).filter(([, found]) => Object.keys(found).length > 0);
  return Object.fromEntries(filled);
}

type Resolved = Required<Omit<APIInteractionDataResolved, 'attachments'>>;

function resolveOne(
  world: World,
  actor: Actor,
  kind: NamedKind,
  id: Snowflake,
  resolved: Resolved,
): void {
  const guild = 'guild_id' in actor.channel ? world.guilds.get(actor.channel.guild_id) : undefined;
  const user = kind === Kind.User || kind === Kind.Mentionable ? world.users.get(id) : undefined;
  if (user) {
    resolved.users[id] = user;
    const member = guild?.members.get(id);
    if (member) {
      const { user: _user, deaf: _deaf, mute: _mute, ...kept } = member;
      const permissions = String(channelPermissions(world, actor.channel, id));
      resolved.members[id] = { ...kept, permissions };
    }
    return;
  }
  const role = guild?.api.roles.find((one) => one.id === id);
  if (role && (kind === Kind.Role || kind === Kind.Mentionable)) {
    resolved.roles[id] = role;
    return;
  }
  const channel = kind === Kind.Channel ? world.channels.get(id) : undefined;
  if (!channel) throw new Refused(`There is nothing with the id ${id} here.`);
  resolved.channels[id] = describeChannel(world, actor, channel) as never;
}

function describeChannel(world: World, actor: Actor, channel: Channel): object {
  return {
    ...channel,
    ...(isGuildChannel(channel) || isThread(channel) ? { name: channel.name } : {}),
    permissions: String(channelPermissions(world, channel, actor.userId)),
    app_permissions: String(channelPermissions(world, channel, world.application.bot.id)),
  };
}
