import type { Edition } from './edition.ts';

/** The period that a digest covers: `from` inclusive, `until` exclusive. */
export interface DigestWindow {
  readonly from: Date;
  readonly until: Date;
}

const FIRST_WINDOW_MS = 24 * 3_600_000;
const LONGEST_WINDOW_MS = 7 * 24 * 3_600_000;

/**
 * Plans the window of the edition for a slot. It starts where the subscription's last delivered edition
 * ended, or 24 hours before its first slot; it is at most 7 days long. A missed or undelivered slot told
 * nothing, so the next edition covers its period too. An alert tells one story only, so it ends no period.
 */
export function planWindow(
  editions: Iterable<Edition>,
  subscriptionId: string,
  slot: Date,
): DigestWindow {
  const past = [...editions].filter(
    (edition) =>
      edition.subscriptionId === subscriptionId &&
      edition.alert === undefined &&
      Date.parse(edition.slot) < slot.getTime(),
  );
  const delivered = past.filter(({ state }) => state.kind === 'posted' || state.kind === 'quiet');
  const from =
    delivered.length > 0
      ? Math.max(...delivered.map(({ digest }) => Date.parse(digest.until)))
      : Math.min(slot.getTime(), ...past.map((edition) => Date.parse(edition.slot))) -
        FIRST_WINDOW_MS;
  return { from: new Date(Math.max(from, slot.getTime() - LONGEST_WINDOW_MS)), until: slot };
}

/** The 24 hours before an instant. */
export function firstWindow(until: Date): DigestWindow {
  return { from: new Date(until.getTime() - FIRST_WINDOW_MS), until };
}
