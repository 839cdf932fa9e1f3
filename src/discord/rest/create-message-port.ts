import { PermissionFlagsBits, Routes, type Client } from 'discord.js';
import type { APIChannel, APIMessage } from 'discord-api-types/v10';
import { waitUnlessAborted } from '../../abort.ts';
import type { Message } from '../../render/message.ts';
import { findMessage, PAGE, type FoundMessage } from './find-message.ts';
import { buildPayload } from './payload.ts';

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
  /** Whether the bot may send files to a channel. */
  mayAttachFiles(channelId: string): boolean;
  /** The guild's system channel, where the bot may write there. */
  writableSystemChannel(guildId: string): string | undefined;
}

/**
 * Creates the port over a logged-in client. When a signal aborts, discord.js goes on waiting for a
 * rate limit but sends nothing any more; so nobody waits for discord.js then.
 */
export function createDiscordPort(client: Client<true>): DiscordPort {
  const { rest } = client;
  return {
    async postMessage(channelId, message, nonce, signal) {
      const { body, files } = buildPayload(message);
      const sent = { ...body, nonce, enforce_nonce: true };
      const answer = rest.post(Routes.channelMessages(channelId), { body: sent, files, signal });
      return (await waitUnlessAborted(answer, signal)) as APIMessage;
    },
    async findMessage(channelId, mark, since, signal) {
      if (!mayDo(client, channelId, PermissionFlagsBits.ReadMessageHistory)) {
        return { kind: 'unknown', why: 'the bot may not read the history of the channel' };
      }
      const wanted = { authorId: client.user.id, mark, since };
      return await findMessage(wanted, async (before) => {
        const query = new URLSearchParams({ limit: String(PAGE), ...(before && { before }) });
        const answer = rest.get(Routes.channelMessages(channelId), { query, signal });
        return (await waitUnlessAborted(answer, signal)) as APIMessage[];
      });
    },
    async startThread(channelId, messageId, name, signal) {
      const answer = rest.post(Routes.threads(channelId, messageId), { body: { name }, signal });
      return (await waitUnlessAborted(answer, signal)) as APIChannel;
    },
    isInGuild: (guildId) => client.guilds.cache.has(guildId),
    mayAttachFiles: (channelId) => mayDo(client, channelId, PermissionFlagsBits.AttachFiles),
    writableSystemChannel(guildId) {
      const id = client.guilds.cache.get(guildId)?.systemChannelId ?? undefined;
      const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
      return id !== undefined && mayDo(client, id, needed) ? id : undefined;
    },
  };
}

/** Judged from the cache, which the gateway keeps; the request itself is what is refused or not. */
function mayDo(client: Client<true>, channelId: string, permissions: bigint): boolean {
  const channel = client.channels.cache.get(channelId);
  if (!channel || channel.isDMBased()) return false;
  return channel.permissionsFor(client.user)?.has(permissions) ?? false;
}
