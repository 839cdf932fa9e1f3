import { UserError } from '../errors.ts';

/** Why a store takes no writes, although it can be read. */
export type WriteFaultReason = 'full' | 'read-only' | 'failing';

/** A store that can be read takes no writes at the moment. Nothing of the rejected write was stored. */
export class UnwritableStoreError extends UserError {
  readonly reason: WriteFaultReason;

  constructor(message: string, reason: WriteFaultReason, cause?: unknown) {
    super('not-available', message, {
      cause,
      forMembers: `Nothing can be saved right now, because ${CAUSES[reason]}. What was saved is safe, and what only reads still works. The person who runs the bot has to mend it; then try again.`,
    });
    this.reason = reason;
  }
}

/** Why nothing can be stored, as a part of a sentence for members: without paths and addresses. */
export const CAUSES: Readonly<Record<WriteFaultReason, string>> = {
  full: "the disk of the bot's store is full",
  'read-only': "the bot's store is read-only",
  failing: "the disk of the bot's store is read-only or reports errors",
};

/** What is said to everyone once the store that was opened is no longer there. */
export const GONE =
  'The store was deleted, emptied or replaced while the bot was running, so nothing can be stored any more. The person who runs the bot has to restart it, after restoring the store from a backup if there is one.';

/** An error of the database that a person can mend. `message` is for the person who runs the bot. */
export function buildStoreError(
  message: string,
  reason: WriteFaultReason | undefined,
  cause: unknown,
): UserError {
  if (reason) return new UnwritableStoreError(message, reason, cause);
  const forMembers =
    'The bot cannot use its store right now. Please try again in a moment. If that does not help, tell the person who runs the bot.';
  return new UserError('not-available', message, { cause, forMembers });
}
