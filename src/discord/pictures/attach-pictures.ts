import { waitUnlessAborted } from '../../abort.ts';
import type { Log } from '../../log.ts';
import type { Message } from '../../render/message.ts';
import { leaveOutPictures } from '../../render/picture/leave-out-pictures.ts';
import type { Picture } from '../../render/picture/picture.ts';
import { createLimiter } from './limiter.ts';
import type { RenderPng } from './render-png.ts';
import { shareRenders } from './share-renders.ts';

/** How long an edition waits for its pictures, in ms: a schedule has time. */
export const EDITION_PICTURE_WAIT_MS = 5_000;

/** How many pictures are rendered at a time. Node's four threads also read the store and resolve host names. */
const AT_ONCE = 2;

/**
 * Turns the pictures of a message into files within `waitMs`. Pictures that fail or are late are left
 * out; the message says the same without them. A message that gets files also gets `withoutPictures`.
 * Never rejects.
 */
export type AttachPictures = (message: Message, waitMs: number) => Promise<Message>;

/** Creates an `AttachPictures` that limits how many pictures are rendered at a time, and renders none twice. */
export function createAttachPictures(render: RenderPng, log: Log): AttachPictures {
  const inTurn = createLimiter(AT_ONCE);
  const renderOnce = shareRenders((svg, signal) => inTurn(() => render(svg, signal), signal));

  async function draw(
    { name, svg }: Picture,
    signal: AbortSignal,
  ): Promise<Uint8Array | undefined> {
    try {
      return await renderOnce(svg, signal);
    } catch (err) {
      if (signal.aborted) log.info({ picture: name }, 'a picture came too late and was left out');
      else log.warn({ err, picture: name }, 'a picture could not be drawn and was left out');
      return undefined;
    }
  }

  return async (message, waitMs) => {
    const { pictures = [] } = message;
    if (pictures.length === 0) return message;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), waitMs);
    const drawn = await Promise.all(
      pictures.map((picture) =>
        // A render cannot be stopped once it has begun.
        waitUnlessAborted(draw(picture, late.signal), late.signal).catch(() => undefined),
      ),
    ).finally(() => clearTimeout(timer));
    const files = pictures.flatMap(({ name, description }, index) => {
      const data = drawn[index];
      return data ? [{ name, data, description }] : [];
    });
    const names = new Set(files.map(({ name }) => name));
    const { pictures: _drawn, ...rest } = leaveOutPictures(message, (name) => names.has(name));
    if (files.length === 0) return rest;
    const withoutPictures = leaveOutPictures(message);
    return { ...rest, files: [...(rest.files ?? []), ...files], withoutPictures };
  };
}
