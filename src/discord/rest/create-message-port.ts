import { DiscordAPIError, type REST } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import type { APIChannel, APIMessage } from 'discord-api-types/v10';
import { waitUnlessAborted } from '../../abort.ts';
import { bitsFor } from '../../command/needed-permissions.ts';
import type { MessagePort } from '../../delivery/message-port.ts';
import type { GuildLookup } from '../guilds/guild-lookup.ts';
import { mayDo } from '../guilds/may-do.ts';
import { describeFailure } from './describe-failure.ts';
import { BATCH, findMessage } from './find-message.ts';
import { buildPayload } from './payload.ts';

/** The dependencies of the port. `rest` knows the token. */
interface MessagePortParts {
  readonly rest: REST;
  /** The id of the bot's own user. */
  readonly botId: string;
  readonly lookup: Pick<GuildLookup, 'channel'>;
}

/** "A thread has already been created for this message." */
const THREAD_EXISTS = 160_004;

/**
 * Creates the port. After an abort, discord.js keeps waiting for a rate limit but sends nothing more,
 * so the port stops waiting for discord.js.
 */
export function createMessagePort({ rest, botId, lookup }: MessagePortParts): MessagePort {
  return {
    async post(channelId, message, nonce, signal) {
      try {
        const { body, files } = buildPayload(message);
        const sent = { ...body, nonce, enforce_nonce: true };
        const answer = rest.post(Routes.channelMessages(channelId), { body: sent, files, signal });
        const { id } = (await waitUnlessAborted(answer, signal)) as APIMessage;
        return { kind: 'posted', messageId: id };
      } catch (error) {
        return describeFailure(error);
      }
    },
    async find({ channelId, threadId = channelId, mark, since, isDirect = false }, signal) {
      try {
        // Without this permission, Discord answers with an empty list. A thread has its channel's, and may be too new
        // to be known.
        const mayRead = isDirect || (await mayDo(lookup, channelId, bitsFor('read')));
        if (mayRead === undefined) return describeFailure(undefined);
        if (!mayRead)
          return { kind: 'unknown', why: 'the bot may not read the history of the channel' };
        return await findMessage(botId, { mark, since }, async (before) => {
          const query = new URLSearchParams({ limit: String(BATCH), ...(before && { before }) });
          const answer = rest.get(Routes.channelMessages(threadId), { query, signal });
          return (await waitUnlessAborted(answer, signal)) as APIMessage[];
        });
      } catch (error) {
        return describeFailure(error);
      }
    },
    async openDirect(userId, signal) {
      try {
        const answer = rest.post(Routes.userChannels(), { body: { recipient_id: userId }, signal });
        const { id } = (await waitUnlessAborted(answer, signal)) as APIChannel;
        return { kind: 'opened', channelId: id };
      } catch (error) {
        return describeFailure(error);
      }
    },
    async startThread(channelId, messageId, name, signal) {
      try {
        const answer = rest.post(Routes.threads(channelId, messageId), { body: { name }, signal });
        const { id } = (await waitUnlessAborted(answer, signal)) as APIChannel;
        return { kind: 'started', threadId: id };
      } catch (error) {
        // A thread has the id of the message it was started on.
        if (error instanceof DiscordAPIError && error.code === THREAD_EXISTS)
          return { kind: 'started', threadId: messageId };
        return describeFailure(error);
      }
    },
  };
}
