import {
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GuildFeature,
  OverwriteType,
  type Locale,
  type APIApplicationCommand,
  type APIMessage,
  type APIRole,
  type APIUser,
  type Snowflake,
} from 'discord-api-types/v10';
import { buildGuildCreate } from '../gateway/greeting.ts';
import { buildGuild, buildGuildChannel, buildMember, buildRole, buildUser } from './build.ts';
import { guildIdOf, isGuildChannel, isThread, type Channel, type GuildChannel } from './channel.ts';
import { listCommands } from './commands.ts';
import { changeThread } from './threads.ts';
import type { Guild } from './records/guild.ts';
import type { World } from './world.ts';

/** How a new guild is. */
interface GuildParts {
  /** The application's owner by default. */
  readonly ownerId?: Snowflake;
  readonly withBot?: boolean;
  /** Makes it a community guild with this locale. Only communities can have another one than `en-US`. */
  readonly communityLocale?: Locale;
}

/** Reads and changes this Discord's state, as its users and Discord itself would. */
export interface LocalState {
  readonly world: World;
  /** Lists the messages of a channel that aren't ephemeral, oldest first. */
  messages(channelId: Snowflake): APIMessage[];
  /** Lists the commands of a guild, or the global ones if no guild is given. */
  commands(guildId?: Snowflake): APIApplicationCommand[];
  /** Lists the channels of a guild, including threads. */
  channels(guildId: Snowflake): Channel[];
  addUser(username: string): APIUser;
  /** Adds a user to a guild with these roles. If the user is a member already, only the roles change. */
  addMember(guildId: Snowflake, userId: Snowflake, roleIds?: Snowflake[]): void;
  addRole(guildId: Snowflake, name: string, parts?: Parameters<typeof buildRole>[2]): APIRole;
  /** Deletes a role and removes it from its members. */
  deleteRole(guildId: Snowflake, roleId: Snowflake): void;
  /** Creates a guild. The bot joins it unless `withBot` is false; then channels can be added before it is invited. */
  addGuild(name: string, parts?: GuildParts): Guild;
  addChannel(
    guildId: Snowflake,
    name: string,
    type?: ChannelType.GuildText | ChannelType.GuildAnnouncement,
  ): GuildChannel;
  /** Sets the permissions that a channel allows and denies a role or member. */
  setOverwrite(
    channelId: Snowflake,
    target: Snowflake,
    bits: { allow?: bigint; deny?: bigint },
  ): void;
  setRolePermissions(guildId: Snowflake, roleId: Snowflake, permissions: bigint): void;
  /** Sets the channel for the guild's system messages; null for none. */
  setSystemChannel(guildId: Snowflake, channelId: Snowflake | null): void;
  /** Deletes a channel with its threads and messages. */
  deleteChannel(channelId: Snowflake): void;
  /** Archives or unarchives, locks or unlocks a thread. */
  setThread(threadId: Snowflake, change: { archived?: boolean; locked?: boolean }): void;
  /** Removes the bot from a guild and deletes the commands that it registered there. */
  kickBot(guildId: Snowflake): void;
  /** Adds the bot to a guild. */
  inviteBot(guildId: Snowflake): void;
  /** Installs the app for a user. The user can then run its commands in every guild. */
  installForUser(userId: Snowflake): void;
  /** Blocks direct messages of the bot to a user. */
  closeDirectMessages(userId: Snowflake): void;
  /** Allows them again. */
  allowDirectMessages(userId: Snowflake): void;
}

/** Creates the LocalState of a world. */
export function createLocalState(world: World): LocalState {
  const { feed } = world;
  const guildOf = (guildId: Snowflake): Guild => {
    const guild = world.guilds.get(guildId);
    if (!guild) throw new Error(`There is no guild ${guildId}.`);
    return guild;
  };
  const tellGuild = (
    guildId: Snowflake,
    dispatch: Parameters<typeof feed.publish>[0]['dispatch'],
  ) => feed.publish({ dispatch, intent: GatewayIntentBits.Guilds, guildId });
  const tellChannelUpdate = (channel: GuildChannel): void =>
    tellGuild(channel.guild_id, { t: GatewayDispatchEvents.ChannelUpdate, d: channel });
  const nowIso = (): string => new Date(world.clock.now()).toISOString();
  const addMember: LocalState['addMember'] = (guildId, userId, roleIds = []) => {
    const user = world.users.get(userId);
    if (!user) throw new Error(`There is no user ${userId}.`);
    const { members } = guildOf(guildId);
    const present = members.get(userId);
    const member = present ? { ...present, roles: roleIds } : buildMember(user, roleIds, nowIso());
    members.set(userId, member);
    const d = { ...member, avatar: null, banner: null, guild_id: guildId };
    // Events about the bot's own member require no members intent.
    const intent = userId === world.application.bot.id ? 0 : GatewayIntentBits.GuildMembers;
    if (present) {
      const dispatch = { t: GatewayDispatchEvents.GuildMemberUpdate, d } as const;
      feed.publish({ dispatch, intent, guildId });
    } else if (intent !== 0) {
      const dispatch = { t: GatewayDispatchEvents.GuildMemberAdd, d } as const;
      feed.publish({ dispatch, intent, guildId });
    }
  };
  const inviteBot: LocalState['inviteBot'] = (guildId) => {
    addMember(guildId, world.application.bot.id);
    const d = buildGuildCreate(world, guildOf(guildId));
    tellGuild(guildId, { t: GatewayDispatchEvents.GuildCreate, d });
  };

  return {
    world,
    messages: (channelId) =>
      [...(world.messages.get(channelId)?.values() ?? [])]
        .filter((message) => message.ephemeralTo === undefined)
        .map((message) => structuredClone(message.api)),
    commands: (guildId) => structuredClone(listCommands(world, guildId)),
    channels: (guildId) => world.channels.ofGuild(guildId),
    addUser(username) {
      const user = buildUser(world.ids.next(), username, null);
      world.users.set(user.id, user);
      return user;
    },
    addMember,
    addRole(guildId, name, parts) {
      const role = buildRole(world.ids.next(), name, parts);
      guildOf(guildId).api.roles.push(role);
      tellGuild(guildId, {
        t: GatewayDispatchEvents.GuildRoleCreate,
        d: { guild_id: guildId, role },
      });
      return role;
    },
    deleteRole(guildId, roleId) {
      const { api, members } = guildOf(guildId);
      api.roles = api.roles.filter(({ id }) => id !== roleId);
      for (const member of members.values())
        member.roles = member.roles.filter((id) => id !== roleId);
      const d = { guild_id: guildId, role_id: roleId };
      tellGuild(guildId, { t: GatewayDispatchEvents.GuildRoleDelete, d });
    },
    addGuild(name, parts = {}) {
      const id = world.ids.next();
      const ownerId = parts.ownerId ?? world.application.ownerId;
      const permissions = BigInt([...world.guilds.values()][0]?.api.roles[0]?.permissions ?? '0');
      const everyone = buildRole(id, '@everyone', { permissions, position: 0 });
      const guild = buildGuild({ id, name, ownerId, roles: [everyone] });
      if (parts.communityLocale !== undefined) {
        guild.api.preferred_locale = parts.communityLocale;
        guild.api.features.push(GuildFeature.Community);
      }
      world.guilds.set(id, guild);
      addMember(id, ownerId);
      if (parts.withBot !== false) inviteBot(id);
      return guild;
    },
    addChannel(guildId, name, type = ChannelType.GuildText) {
      const position = world.channels.countOf(guildId);
      const channel = buildGuildChannel(world.ids.next(), guildId, { name, type, position });
      world.channels.set(channel.id, channel);
      tellGuild(guildId, { t: GatewayDispatchEvents.ChannelCreate, d: channel });
      return channel;
    },
    setOverwrite(channelId, target, bits) {
      const channel = world.channels.get(channelId);
      if (!channel || !isGuildChannel(channel)) {
        throw new Error(`There is no guild channel ${channelId}.`);
      }
      const isRole = guildOf(channel.guild_id).api.roles.some((role) => role.id === target);
      channel.permission_overwrites = [
        ...channel.permission_overwrites.filter((one) => one.id !== target),
        {
          id: target,
          type: isRole ? OverwriteType.Role : OverwriteType.Member,
          allow: String(bits.allow ?? 0n),
          deny: String(bits.deny ?? 0n),
        },
      ];
      tellChannelUpdate(channel);
    },
    setRolePermissions(guildId, roleId, permissions) {
      const role = guildOf(guildId).api.roles.find((one) => one.id === roleId);
      if (!role) throw new Error(`There is no role ${roleId}.`);
      role.permissions = String(permissions);
      tellGuild(guildId, {
        t: GatewayDispatchEvents.GuildRoleUpdate,
        d: { guild_id: guildId, role },
      });
    },
    setSystemChannel(guildId, channelId) {
      const { api } = guildOf(guildId);
      api.system_channel_id = channelId;
      tellGuild(guildId, { t: GatewayDispatchEvents.GuildUpdate, d: api });
    },
    deleteChannel(channelId) {
      const channel = world.channels.get(channelId);
      if (!channel) throw new Error(`There is no channel ${channelId}.`);
      for (const other of world.channels.ofGuild(guildIdOf(channel) ?? '')) {
        if (isThread(other) && other.parent_id === channelId) world.channels.delete(other.id);
      }
      world.channels.delete(channelId);
      world.messages.delete(channelId);
      if (isThread(channel)) {
        const { id, guild_id, parent_id, type } = channel;
        const d = { id, guild_id, parent_id, type };
        tellGuild(guild_id, { t: GatewayDispatchEvents.ThreadDelete, d });
      } else if (isGuildChannel(channel)) {
        tellGuild(channel.guild_id, { t: GatewayDispatchEvents.ChannelDelete, d: channel });
      }
    },
    setThread(threadId, change) {
      const thread = world.channels.get(threadId);
      if (!thread || !isThread(thread)) throw new Error(`There is no thread ${threadId}.`);
      changeThread(world, thread, change);
    },
    kickBot(guildId) {
      guildOf(guildId).members.delete(world.application.bot.id);
      for (const command of listCommands(world, guildId)) world.commands.delete(command.id);
      const d = { id: guildId };
      feed.publish({
        dispatch: { t: GatewayDispatchEvents.GuildDelete, d },
        intent: GatewayIntentBits.Guilds,
        guildId,
      });
    },
    inviteBot,
    installForUser(userId) {
      world.userInstalls.add(userId);
    },
    closeDirectMessages(userId) {
      world.closedToMessages.add(userId);
    },
    allowDirectMessages(userId) {
      world.closedToMessages.delete(userId);
    },
  };
}
