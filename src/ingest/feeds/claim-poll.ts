import { z } from 'zod';
import { POLL_TUNING } from '../sources/poll-tuning.ts';
import { KEEP, REMOVE, type RecordStore } from '../../store/record-store.ts';

/** Says since when a process has been polling, so that of several processes only one does. */
export type PollClaim = z.infer<typeof pollClaimSchema>;

export const pollClaimSchema = z.object({ at: z.iso.datetime() }).readonly();

/**
 * Claims a poll for this process: exactly one of all that ask gets a claim. An old claim was left by a
 * process that died, and the next one that asks takes it over.
 */
export async function claimPoll(
  poll: string,
  claims: RecordStore<PollClaim>,
  now: Date,
): Promise<PollClaim | undefined> {
  const claim = { at: now.toISOString() };
  const { kind } = await claims.change(poll, (present) =>
    present && !isOld(present, now) ? KEEP : claim,
  );
  return kind === 'stored' ? claim : undefined;
}

/**
 * Gives a claim back, unless another process has taken it over as old. Call it when the results of the
 * poll are stored, and not before.
 */
export async function releasePoll(
  poll: string,
  claim: PollClaim,
  claims: RecordStore<PollClaim>,
): Promise<void> {
  await claims.change(poll, (present) => (present?.at === claim.at ? REMOVE : KEEP));
}

/** Removes the claims that processes left behind when they died. */
export async function removeOldClaims(claims: RecordStore<PollClaim>, now: Date): Promise<void> {
  for await (const [poll] of claims.list()) {
    // Another process may have taken it over since it was listed.
    await claims.change(poll, (present) => (present && isOld(present, now) ? REMOVE : KEEP));
  }
}

function isOld({ at }: PollClaim, now: Date): boolean {
  return now.getTime() - Date.parse(at) >= POLL_TUNING.claimLastsMs;
}
