import type { GuildLookup } from './guild-lookup.ts';

/**
 * Tells whether the bot has all of these permissions in a channel; undefined if Discord cannot be
 * asked. They may change before the request that relies on them.
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
