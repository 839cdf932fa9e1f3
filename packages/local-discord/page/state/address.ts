import type { Snowflake } from 'discord-api-types/v10';

/** Returns the URL fragment of a channel. */
export function addressOf(channelId: Snowflake): string {
  return `#/channels/${channelId}`;
}

/** Parses a URL fragment into a channel's id; undefined if it isn't one of a channel. */
export function parseAddress(hash: string): Snowflake | undefined {
  return /^#\/channels\/(\d{1,20})$/.exec(hash)?.[1];
}
