import { PermissionFlagsBits, Routes, type Client } from 'discord.js';
import type { APIChannel, APIMessage, Snowflake } from 'discord-api-types/v10';
import type { Message } from '../render/message.ts';
import { buildPayload } from './payload.ts';

/** Whether a message is in a channel; `unknown` where the channel cannot be read back. */
export type FoundMessage =
  | { readonly kind: 'found'; readonly messageId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly why: string };

/** What deliveries need of Discord. Every function rejects with discord.js' error, or when `signal` aborts. */
export interface DiscordPort {
  /** Posts once for one nonce (at most 25 characters) within Discord's few minutes. */
  postMessage(
    channelId: string,
    message: Message,
    nonce: string,
    signal: AbortSignal,
  ): Promise<{ readonly id: string }>;
  /** Looks for a message of ours that holds `mark`, posted at or after `since`. */
  findMessage(
    channelId: string,
    mark: string,
    since: Date,
    signal: AbortSignal,
  ): Promise<FoundMessage>;
  /** Opens a thread on a message. */
  startThread(
    channelId: string,
    messageId: string,
    name: string,
    signal: AbortSignal,
  ): Promise<{ readonly id: string }>;
  isInGuild(guildId: string): boolean;
  /** The guild's system channel, where the bot may write there. */
  writableSystemChannel(guildId: string): string | undefined;
}

/** Creates the port over a logged-in client. */
export function createDiscordPort(client: Client<true>): DiscordPort {
  const { rest } = client;
  return {
    async postMessage(channelId, message, nonce, signal) {
      const { body, files } = buildPayload(message);
      const sent = { ...body, nonce, enforce_nonce: true };
      const answer = rest.post(Routes.channelMessages(channelId), { body: sent, files, signal });
      return (await until(signal, answer)) as APIMessage;
    },
    async findMessage(channelId, mark, since, signal) {
      if (!mayDo(client, channelId, PermissionFlagsBits.ReadMessageHistory)) {
        return { kind: 'unknown', why: 'the bot may not read the history of the channel' };
      }
      let after = snowflakeAt(since);
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const query = new URLSearchParams({ after, limit: String(PAGE) });
        const answer = rest.get(Routes.channelMessages(channelId), { query, signal });
        const messages = (await until(signal, answer)) as APIMessage[];
        const found = messages.find((message) => isOurs(message, client.user.id, mark));
        if (found) return { kind: 'found', messageId: found.id };
        if (messages.length < PAGE) return { kind: 'absent' };
        after = newestOf(messages);
      }
      return { kind: 'unknown', why: `more than ${MOST_PAGES * PAGE} messages came since` };
    },
    async startThread(channelId, messageId, name, signal) {
      const answer = rest.post(Routes.threads(channelId, messageId), { body: { name }, signal });
      return (await until(signal, answer)) as APIChannel;
    },
    isInGuild: (guildId) => client.guilds.cache.has(guildId),
    writableSystemChannel(guildId) {
      const id = client.guilds.cache.get(guildId)?.systemChannelId ?? undefined;
      const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
      return id !== undefined && mayDo(client, id, needed) ? id : undefined;
    },
  };
}

const PAGE = 100;
const MOST_PAGES = 20;

/** Discord's clock and ours may differ; a message is never looked for too late. */
const CLOCK_SLACK_MS = 10 * 60_000;

const DISCORD_EPOCH_MS = 1_420_070_400_000;

function snowflakeAt(instant: Date): Snowflake {
  const ms = Math.max(0, instant.getTime() - CLOCK_SLACK_MS - DISCORD_EPOCH_MS);
  return String(BigInt(ms) << 22n);
}

function newestOf(messages: readonly APIMessage[]): Snowflake {
  return messages.map(({ id }) => id).reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b));
}

function isOurs(message: APIMessage, botId: Snowflake, mark: string): boolean {
  if (message.author.id !== botId) return false;
  return JSON.stringify([message.content, message.components]).includes(mark);
}

/** Judged from the cache, which the gateway keeps; the request itself is what is refused or not. */
function mayDo(client: Client<true>, channelId: string, permissions: bigint): boolean {
  const channel = client.channels.cache.get(channelId);
  if (!channel || channel.isDMBased()) return false;
  return channel.permissionsFor(client.user)?.has(permissions) ?? false;
}

/**
 * Stops waiting when the signal aborts. discord.js goes on waiting for a rate limit then, but sends
 * nothing any more.
 */
async function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (onAbort) signal.removeEventListener('abort', onAbort);
  }
}
