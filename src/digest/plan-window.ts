import type { Edition } from './edition.ts';

/** The time that a digest covers: `from` inclusive, `until` exclusive. */
export interface DigestWindow {
  readonly from: Date;
  readonly until: Date;
}

const FIRST_WINDOW_MS = 24 * 3_600_000;
const LONGEST_WINDOW_MS = 7 * 24 * 3_600_000;

/**
 * Plans the window of the edition for a slot: from where the subscription's last delivered edition
 * ended, at most 7 days back; 24 hours for its first edition. A slot that was missed or not
 * delivered told nothing, so the next edition covers its time too.
 */
export function planWindow(
  editions: Iterable<Edition>,
  subscriptionId: string,
  slot: Date,
): DigestWindow {
  let last = Number.NEGATIVE_INFINITY;
  for (const { subscriptionId: id, state, digest } of editions) {
    const until = Date.parse(digest.until);
    if (id !== subscriptionId || until >= slot.getTime()) continue;
    if (state.kind === 'posted' || state.kind === 'quiet') last = Math.max(last, until);
  }
  if (last === Number.NEGATIVE_INFINITY) return firstWindow(slot);
  return { from: new Date(Math.max(last, slot.getTime() - LONGEST_WINDOW_MS)), until: slot };
}

/** The 24 hours before an instant. */
export function firstWindow(until: Date): DigestWindow {
  return { from: new Date(until.getTime() - FIRST_WINDOW_MS), until };
}
