import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { ChannelCheck } from '../../command/services.ts';
import type { CheckedSubscription } from '../../delivery/guild-knowledge.ts';
import type { ThreadUse } from '../../digest/subscription.ts';
import type { ChannelFacts } from './guild-lookup.ts';

/** The permissions that posting a digest requires, named as in Discord's settings. */
const TO_POST = [
  ['View Channel', Bits.ViewChannel],
  ['Send Messages', Bits.SendMessages],
  ['Read Message History', Bits.ReadMessageHistory],
] as const;
const TO_POST_IN_THREAD = [
  ['View Channel', Bits.ViewChannel],
  ['Send Messages in Threads', Bits.SendMessagesInThreads],
  ['Read Message History', Bits.ReadMessageHistory],
] as const;
const TO_ATTACH = [['Attach Files', Bits.AttachFiles]] as const;
const TO_OPEN_THREADS = [['Create Public Threads', Bits.CreatePublicThreads]] as const;
const TO_FILL_THREADS = [
  ...TO_OPEN_THREADS,
  ['Send Messages in Threads', Bits.SendMessagesInThreads],
] as const;

const THREAD_NEEDS = {
  none: [],
  discussion: TO_OPEN_THREADS,
  stories: TO_FILL_THREADS,
} as const satisfies Record<ThreadUse, Needed>;

/** The result for a channel that the bot cannot see. */
export const UNSEEN: ChannelCheck = {
  isElsewhere: false,
  toPost: ['View Channel'],
  toOpenThreads: [],
  canMention: true,
};

/** Finds what keeps a subscription's digests from being posted in its channel. Pure. */
export function checkChannel(
  { guildId, thread, pictures }: CheckedSubscription,
  { guildId: home, isThread, permissions }: ChannelFacts,
  isMentionable: boolean,
): ChannelCheck {
  const lacks = (needed: Needed): string[] =>
    needed.filter(([, flag]) => (permissions & flag) === 0n).map(([name]) => name);
  return {
    isElsewhere: home !== guildId,
    toPost: lacks(isThread ? TO_POST_IN_THREAD : TO_POST),
    toOpenThreads: lacks(THREAD_NEEDS[thread]),
    toAttach: pictures === false ? [] : lacks(TO_ATTACH),
    canMention: isMentionable || (permissions & Bits.MentionEveryone) !== 0n,
  };
}

type Needed = readonly (readonly [name: string, flag: bigint])[];
