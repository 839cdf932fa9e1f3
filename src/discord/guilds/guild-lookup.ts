/** Looks up servers and channels, in the gateway's cache or through REST. Never rejects. */
export interface GuildLookup {
  channel(channelId: string): Promise<Looked<ChannelFacts>>;
  guild(guildId: string): Promise<Looked<GuildFacts>>;
}

/**
 * `none`: the bot is not in the server, or cannot see the channel, or it is not a server's channel.
 * `unknown`: Discord cannot be asked.
 */
export type Looked<T> =
  | { readonly kind: 'found'; readonly facts: T }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** A server's channel as the bot sees it. */
export interface ChannelFacts {
  readonly guildId: string;
  readonly isThread: boolean;
  /** The bot's permissions there, as a bit set. An administrator has every bit. */
  readonly permissions: bigint;
}

/** A server. */
interface GuildFacts {
  readonly systemChannelId?: string;
  /** The ids of its text channels that the bot may know, in the order of Discord's list. */
  readonly textChannelIds: readonly string[];
  /** The ids of the roles that anyone may mention. */
  readonly mentionableRoles: ReadonlySet<string>;
}
