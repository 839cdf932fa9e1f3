import type { Subscription } from './subscription.ts';

/**
 * What a follow has in the place of a server. No server has such an id, so nothing that belongs to one, such as its own
 * sources, is in a follow.
 */
export function followerId(userId: string): string {
  return `${MARK}${userId}`;
}

/** Tells whether a subscription, or its edition, is a follow: a person's own, whose channel is their direct messages. */
export function isFollow({ guildId }: Pick<Subscription, 'guildId'>): boolean {
  return guildId.startsWith(MARK);
}

const MARK = '@';
