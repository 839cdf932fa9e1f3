import type { Snowflake } from 'discord-api-types/v10';

/** The address within the page at which a channel stands open. */
export function addressOf(channelId: Snowflake): string {
  return `#/channels/${channelId}`;
}

/** Reads which channel an address names. */
export function parseAddress(hash: string): Snowflake | undefined {
  return /^#\/channels\/(\d{1,20})$/.exec(hash)?.[1];
}
