import { DiscordAPIError } from 'discord.js';
import { dayOfSlot } from '../digest/slots.ts';
import type { Edition } from '../digest/edition.ts';
import type { Log } from '../log.ts';
import type { DiscordPort } from '../discord/rest/create-message-port.ts';
import { retryWhileUnreachable } from '../discord/rest/retry.ts';

/** Both attempts and their pause stay well inside the time that an edition is left alone. */
const THREAD_MS = 15_000;
const RETRY_AFTER_MS = [1_000];

/** "A thread has already been created for this message": a thread has its message's id. */
const ALREADY_THERE = 160_004;

/**
 * Opens an edition's thread on its message and gives its id. An edition without its thread is still
 * delivered: what goes wrong is logged, and undefined is given.
 */
export async function openThread(
  port: DiscordPort,
  edition: Edition,
  messageId: string,
  zone: string,
  log: Log,
): Promise<string | undefined> {
  const name = `News digest ${dayOfSlot(new Date(edition.slot), zone)}`;
  const signal = AbortSignal.timeout(THREAD_MS);
  try {
    const thread = await retryWhileUnreachable(
      () => port.startThread(edition.channelId, messageId, name, signal),
      RETRY_AFTER_MS,
      signal,
    );
    return thread.id;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === ALREADY_THERE) return messageId;
    log.warn({ err: error, edition: edition.id }, 'the thread of an edition could not be opened');
    return undefined;
  }
}
