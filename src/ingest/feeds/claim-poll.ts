import { z } from 'zod';
import { POLL_TUNING } from '../sources/poll-tuning.ts';
import type { RecordStore } from '../../store/record-store.ts';

/** Who polls what, so that of several processes one does. */
export type PollClaim = z.infer<typeof pollClaimSchema>;

export const pollClaimSchema = z.object({ at: z.iso.datetime() }).readonly();

/** Claims that can be tried for one poll, one after each process that died over it. */
const MOST_TRIES = 100;

/**
 * Claims a poll for this process: true for exactly one of all that ask. A claim that has become old
 * was left by a process that died; the one after it can then be had.
 */
export async function claimPoll(
  poll: string,
  claims: RecordStore<PollClaim>,
  now: Date,
): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const key = `${poll}#${tries}`;
    if (await claims.claim(key, { at: now.toISOString() })) return true;
    const other = await claims.get(key);
    const age = now.getTime() - Date.parse(other?.at ?? now.toISOString());
    if (age < POLL_TUNING.claimLastsMs) return false;
  }
  return false;
}

/** Removes the claims of a poll. Call it when what the poll brought is stored, and not before. */
export async function releasePoll(poll: string, claims: RecordStore<PollClaim>): Promise<void> {
  const keys: string[] = [];
  for await (const [key] of claims.list(`${poll}#`)) keys.push(key);
  for (const key of keys) await claims.remove(key);
}
