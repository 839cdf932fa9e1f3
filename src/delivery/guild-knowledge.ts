import type { Permission } from '../command/needed-permissions.ts';
import type { ChannelCheck } from '../command/services.ts';
import type { Subscription } from '../digest/subscription.ts';

/**
 * What the bot knows of its servers and channels, from the gateway's cache or by asking Discord.
 * Functions resolve to undefined, or to `unknown`, if Discord cannot be asked; they never reject.
 */
export interface GuildKnowledge {
  isInGuild(guildId: string): Promise<boolean | undefined>;
  mayAttachFiles(channelId: string): Promise<boolean | undefined>;
  systemChannel(guildId: string): Promise<SystemChannel>;
  /** Finds where to greet a server: its system channel, else the first text channel, in which the bot may write. */
  greetingChannel(guildId: string): Promise<GreetingChannel>;
  /** Finds what keeps a subscription's digests from being posted. */
  checkChannel(subscription: CheckedSubscription): Promise<ChannelCheck | undefined>;
}

/** A server's system channel. `none`: it has none, or the bot may not write there. */
export type SystemChannel =
  | { readonly kind: 'writable'; readonly channelId: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** Where to greet a server, and which permissions of the invitation the bot lacks there. */
export type GreetingChannel =
  | {
      readonly kind: 'writable';
      readonly channelId: string;
      readonly lacking: readonly Permission[];
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** The part of a subscription that decides which permissions it requires. */
export type CheckedSubscription = Pick<
  Subscription,
  'guildId' | 'channelId' | 'thread' | 'roleId' | 'pictures'
>;
