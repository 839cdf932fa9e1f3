import type { GuildLookup } from './guild-lookup.ts';

/**
 * Tells whether the bot has all of these permissions in a channel; undefined when Discord cannot be
 * asked. Discord itself decides when the request comes.
 */
export async function mayDo(
  lookup: Pick<GuildLookup, 'channel'>,
  channelId: string,
  permissions: bigint,
): Promise<boolean | undefined> {
  const channel = await lookup.channel(channelId);
  if (channel.kind === 'unknown') return undefined;
  return channel.kind === 'found' && (channel.facts.permissions & permissions) === permissions;
}
