import type { Log } from '../log.ts';
import type { Message } from '../render/message.ts';
import { leaveOutPictures } from '../render/picture/leave-out-pictures.ts';
import type { GuildKnowledge } from './guild-knowledge.ts';
import type { MessagePort, PostOutcome } from './message-port.ts';

/** The dependencies of posting a message with pictures. */
export interface PostingParts {
  readonly port: Pick<MessagePort, 'post'>;
  readonly guilds: Pick<GuildKnowledge, 'mayAttachFiles'>;
  /** Turns a message's pictures into files. Leaves out those that fail or take too long. */
  readonly attachPictures: (message: Message) => Promise<Message>;
  readonly log: Log;
  /**
   * Limits both requests together, in milliseconds. Without a limit, an attempt could wait for hours
   * for a rate limit.
   */
  readonly attemptMs: number;
}

/** Where a message is posted. */
interface Target {
  readonly channelId: string;
  readonly nonce: string;
  /** The channel is a person's direct messages, where files are always allowed. */
  readonly isDirect?: boolean;
}

/**
 * Posts a message with its pictures; without them if the bot may not send files there, or if Discord
 * refuses the message with its files.
 */
export async function postIllustrated(
  message: Message,
  { channelId, nonce, isDirect = false }: Target,
  { port, guilds, attachPictures, log, attemptMs }: PostingParts,
): Promise<PostOutcome> {
  // Discord refuses the whole message if the bot may not attach its file.
  const sent =
    !isDirect && (await guilds.mayAttachFiles(channelId)) === false
      ? leaveOutPictures(message)
      : await attachPictures(message);
  const signal = AbortSignal.timeout(attemptMs);
  const outcome = await port.post(channelId, sent, nonce, signal);
  const { withoutPictures } = sent;
  if (!withoutPictures || outcome.kind !== 'refused' || !outcome.mayBeForFiles) return outcome;
  log.warn({ err: outcome.cause, channel: channelId }, 'Discord refused a message with pictures');
  // A refused message has not been posted, so it is safe to post again under the same nonce.
  return await port.post(channelId, withoutPictures, nonce, signal);
}
