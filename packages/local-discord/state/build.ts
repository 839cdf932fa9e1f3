import {
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  Locale,
  type APIGuild,
  type APIRole,
  type APIUser,
  type ChannelType,
  type Snowflake,
} from 'discord-api-types/v10';
import { bitSet } from '../bit-set.ts';
import type { GuildChannel } from './channel.ts';
import type { Guild, GuildMember } from './records/guild.ts';

/** Builds a user. A bot also has `bot` set. */
export function buildUser(id: Snowflake, username: string, globalName: string | null): APIUser {
  return {
    id,
    username,
    global_name: globalName,
    discriminator: '0',
    avatar: null,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: bitSet(0),
    flags: bitSet(0),
  };
}

/** Properties of a new role. It has no permissions by default. */
export interface RoleParts {
  readonly permissions?: bigint;
  readonly position?: number;
  readonly mentionable?: boolean;
  readonly color?: number;
  /** The bot that the role belongs to. */
  readonly managedBy?: Snowflake;
}

/** Builds a role. */
export function buildRole(id: Snowflake, name: string, parts: RoleParts = {}): APIRole {
  const color = parts.color ?? 0;
  return {
    id,
    name,
    permissions: String(parts.permissions ?? 0n),
    position: parts.position ?? 1,
    color,
    colors: { primary_color: color, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: parts.managedBy !== undefined,
    mentionable: parts.mentionable ?? false,
    flags: bitSet(0),
    ...(parts.managedBy === undefined ? {} : { tags: { bot_id: parts.managedBy } }),
  };
}

/** Builds a user's membership of a guild. */
export function buildMember(user: APIUser, roles: Snowflake[], joinedAt: string): GuildMember {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    avatar_decoration_data: null,
    collectibles: null,
    roles,
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: bitSet(0),
    pending: false,
    communication_disabled_until: null,
  };
}

/** Builds a guild without members or channels. */
export function buildGuild(parts: {
  id: Snowflake;
  name: string;
  ownerId: Snowflake;
  roles: APIRole[];
}): Guild {
  const api: APIGuild = {
    id: parts.id,
    name: parts.name,
    owner_id: parts.ownerId,
    roles: parts.roles,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    features: [],
    emojis: [],
    stickers: [],
    afk_channel_id: null,
    afk_timeout: 300,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: GuildVerificationLevel.Low,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.AllMembers,
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: bitSet(0),
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    max_presences: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    vanity_url_code: null,
    premium_tier: GuildPremiumTier.None,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: Locale.EnglishUS,
    nsfw_level: GuildNSFWLevel.Default,
    hub_type: null,
    incidents_data: null,
    region: 'deprecated',
  };
  return { api, members: new Map() };
}

/** Properties of a new guild channel. */
export interface ChannelParts {
  readonly name: string;
  readonly type: ChannelType.GuildText | ChannelType.GuildAnnouncement;
  readonly topic?: string | null;
  readonly position: number;
}

/** Builds a channel that inherits every permission from its guild. */
export function buildGuildChannel(
  id: Snowflake,
  guildId: Snowflake,
  parts: ChannelParts,
): GuildChannel {
  const channel = {
    id,
    guild_id: guildId,
    name: parts.name,
    topic: parts.topic ?? null,
    position: parts.position,
    permission_overwrites: [],
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    last_pin_timestamp: null,
    flags: bitSet(0),
  };
  return { ...channel, type: parts.type };
}
