import { bitsFor, listLacking, VIEW_CHANNEL, type Use } from '../../command/needed-permissions.ts';
import type { ChannelCheck } from '../../command/services.ts';
import type { CheckedSubscription } from '../../delivery/guild-knowledge.ts';
import type { ThreadUse } from '../../digest/subscription.ts';
import type { ChannelFacts } from './guild-lookup.ts';

const THREAD_USES = {
  none: [],
  discussion: ['open-thread'],
  stories: ['fill-thread'],
} as const satisfies Record<ThreadUse, readonly Use[]>;

/** The result for a channel that the bot cannot see. */
export const UNSEEN: ChannelCheck = {
  isElsewhere: false,
  toPost: [VIEW_CHANNEL],
  toOpenThreads: [],
  canMention: true,
};

/** Finds what keeps a subscription's digests from being posted in its channel. Pure. */
export function checkChannel(
  { guildId, thread, pictures }: CheckedSubscription,
  { guildId: home, isThread, permissions }: ChannelFacts,
  isMentionable: boolean,
): ChannelCheck {
  const lacks = (uses: readonly Use[]): string[] =>
    listLacking(permissions, uses).map(({ name }) => name);
  return {
    isElsewhere: home !== guildId,
    toPost: lacks([isThread ? 'post-in-thread' : 'post']),
    toOpenThreads: lacks(THREAD_USES[thread]),
    toAttach: pictures === false ? [] : lacks(['attach']),
    canMention: isMentionable || (permissions & bitsFor('mention')) !== 0n,
  };
}
