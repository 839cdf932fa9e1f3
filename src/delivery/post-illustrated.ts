import type { Log } from '../log.ts';
import type { Message } from '../render/message.ts';
import { leaveOutPictures } from '../render/picture/leave-out-pictures.ts';
import { PICTURE_WAIT_MS, type AttachPictures } from '../discord/pictures/attach-pictures.ts';
import type { DiscordPort } from '../discord/rest/create-message-port.ts';
import { mayBeForFiles } from '../discord/rest/rest-failure.ts';

/** What posting a message with pictures takes. */
interface PostingParts {
  readonly port: Pick<DiscordPort, 'mayAttachFiles' | 'postMessage'>;
  readonly attachPictures: AttachPictures;
  readonly log: Log;
  /** For both requests together. */
  readonly attemptMs: number;
}

/**
 * Posts a message with its pictures, and without them where the bot may not send files or Discord
 * refuses what it is sent. Rejects as `postMessage` does.
 */
export async function postIllustrated(
  message: Message,
  { channelId, nonce }: { readonly channelId: string; readonly nonce: string },
  { port, attachPictures, log, attemptMs }: PostingParts,
): Promise<{ readonly id: string }> {
  // Without the right to send files, the whole message would be refused for the picture.
  const sent = port.mayAttachFiles(channelId)
    ? await attachPictures(message, PICTURE_WAIT_MS.edition)
    : leaveOutPictures(message);
  const signal = AbortSignal.timeout(attemptMs);
  try {
    return await port.postMessage(channelId, sent, nonce, signal);
  } catch (err) {
    const { withoutPictures } = sent;
    if (!withoutPictures || !mayBeForFiles(err)) throw err;
    log.warn({ err, channel: channelId }, 'Discord refused a message with pictures');
    // What is refused has not been posted; the nonce is the same all the same.
    return await port.postMessage(channelId, withoutPictures, nonce, signal);
  }
}
