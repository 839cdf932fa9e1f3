import { PermissionFlagsBits as Bits, type Client, type GuildBasedChannel } from 'discord.js';
import type { ChannelCheck } from '../../command/services.ts';
import type { Subscription } from '../../digest/subscription.ts';

/** What a digest needs in its channel, in the words of Discord's settings. */
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

/**
 * Tells what stands in the way of a subscription's digests, judged from what the gateway keeps up
 * to date. A channel that the bot does not know lacks "View Channel".
 */
export function checkChannel(
  client: Client<true>,
  { guildId, channelId, thread, roleId, pictures }: CheckedSubscription,
): ChannelCheck {
  const channel = client.channels.cache.get(channelId);
  const unknown = { isElsewhere: false, toPost: ['View Channel'], toOpenThreads: [] };
  if (!channel || channel.isDMBased()) return { ...unknown, canMention: true };
  const lacks = (needed: Needed) => listMissing(client, channel, needed);
  return {
    isElsewhere: channel.guildId !== guildId,
    toPost: lacks(channel.isThread() ? TO_POST_IN_THREAD : TO_POST),
    toOpenThreads: thread ? lacks(TO_OPEN_THREADS) : [],
    toAttach: pictures === false ? [] : lacks(TO_ATTACH),
    canMention:
      roleId === undefined ||
      channel.guild.roles.cache.get(roleId)?.mentionable === true ||
      lacks([['', Bits.MentionEveryone]]).length === 0,
  };
}

type CheckedSubscription = Pick<
  Subscription,
  'guildId' | 'channelId' | 'thread' | 'roleId' | 'pictures'
>;

type Needed = readonly (readonly [name: string, flag: bigint])[];

function listMissing(client: Client<true>, channel: GuildBasedChannel, needed: Needed): string[] {
  const permissions = channel.permissionsFor(client.user);
  return needed.filter(([, flag]) => !permissions?.has(flag)).map(([name]) => name);
}
