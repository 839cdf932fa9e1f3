import {
  ChannelType,
  type APIAnnouncementThreadChannel,
  type APIDMChannel,
  type APINewsChannel,
  type APIOverwrite,
  type APIPrivateThreadChannel,
  type APIPublicThreadChannel,
  type APITextChannel,
  type APIThreadMetadata,
  type APIUser,
  type Snowflake,
} from 'discord-api-types/v10';

/** A text or announcement channel of a guild. */
export type GuildChannel = (APITextChannel | APINewsChannel) & {
  guild_id: Snowflake;
  permission_overwrites: APIOverwrite[];
};

/** A thread under a guild channel. */
export type ThreadChannel = (
  | APIPublicThreadChannel
  | APIPrivateThreadChannel
  | APIAnnouncementThreadChannel
) & {
  guild_id: Snowflake;
  parent_id: Snowflake;
  owner_id: Snowflake;
  thread_metadata: APIThreadMetadata;
  message_count: number;
  member_count: number;
  total_message_sent: number;
};

/** The DM channel of one user with the bot. */
export type DmChannel = APIDMChannel & { recipients: APIUser[] };

/** Any channel that this Discord holds. */
export type Channel = GuildChannel | ThreadChannel | DmChannel;

/** Tells whether the channel is a DM channel. */
export function isDm(channel: Channel): channel is DmChannel {
  return channel.type === ChannelType.DM;
}

/** Tells whether the channel is a thread. */
export function isThread(channel: Channel): channel is ThreadChannel {
  return (
    channel.type === ChannelType.PublicThread ||
    channel.type === ChannelType.PrivateThread ||
    channel.type === ChannelType.AnnouncementThread
  );
}

/** Tells whether the channel belongs to a guild and isn't a thread. */
export function isGuildChannel(channel: Channel): channel is GuildChannel {
  return !isDm(channel) && !isThread(channel);
}

/** Returns the id of a channel's guild; undefined for a DM channel. */
export function guildIdOf(channel: Channel): Snowflake | undefined {
  return isDm(channel) ? undefined : channel.guild_id;
}
