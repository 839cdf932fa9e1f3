import type { Log } from '../../log.ts';
import type { Message } from '../../render/message.ts';
import { leaveOutPictures } from '../../render/picture/leave-out-pictures.ts';
import type { Picture } from '../../render/picture/picture.ts';
import type { RenderPng } from './render-png.ts';

/** How long a message waits for its pictures: a person who asked hardly notices, a schedule has time. */
export const PICTURE_WAIT_MS = { answer: 400, edition: 5_000 } as const;

/** Pictures rendered at once: Node's four threads also read the store and look up names. */
const AT_ONCE = 2;

/**
 * Turns the pictures of a message into files within `waitMs`; those that fail or are late are left
 * out, and the message says the same without them. Never rejects. What has files also has
 * `withoutPictures`.
 */
export type AttachPictures = (message: Message, waitMs: number) => Promise<Message>;

/** Creates the way from drawings to files. */
export function createAttachPictures(render: RenderPng, log: Log): AttachPictures {
  const takePlace = createPlaces(AT_ONCE);

  async function draw(
    { name, svg }: Picture,
    signal: AbortSignal,
  ): Promise<Uint8Array | undefined> {
    try {
      return await takePlace(() => render(svg, signal), signal);
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
      pictures.map((picture) => unlessAborted(draw(picture, late.signal), late.signal)),
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

/** Gives what the work gives, or undefined as soon as the signal aborts: a thread cannot be called back. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  let stop: (() => void) | undefined;
  const aborted = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}

/** Lets `count` pieces of work run at a time; what is late before its turn does not run at all. */
function createPlaces(count: number) {
  let free = count;
  const waiting = new Set<() => void>();
  return async <T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    if (free > 0) free -= 1;
    else await waitForTurn(waiting, signal);
    try {
      return await work();
    } finally {
      const [next] = waiting;
      if (next) next();
      else free += 1;
    }
  };
}

/** Rejects when the signal aborts first; then the turn goes to the next in the row. */
async function waitForTurn(waiting: Set<() => void>, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const take = (): void => {
      waiting.delete(take);
      signal.removeEventListener('abort', giveUp);
      resolve();
    };
    const giveUp = (): void => {
      waiting.delete(take);
      reject(signal.reason as Error);
    };
    waiting.add(take);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
