import { PermissionFlagsBits, type Client } from 'discord.js';

/** What a digest needs in its channel, in the words of Discord's settings. */
const NEEDED = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
] as const;

/**
 * Lists what the bot lacks to post digests in a channel, judged from what the gateway keeps up to
 * date. A channel that the bot cannot see lacks "View Channel".
 */
export function checkChannel(client: Client<true>, channelId: string): string[] {
  const channel = client.channels.cache.get(channelId);
  if (!channel || channel.isDMBased()) return ['View Channel'];
  const permissions = channel.permissionsFor(client.user);
  return NEEDED.filter(([, flag]) => !permissions?.has(flag)).map(([name]) => name);
}
