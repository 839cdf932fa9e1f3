import type { Edition } from './edition.ts';

/** How long and how many of a channel's editions are kept, for /digest history and as its memory. */
export const EDITIONS_KEPT = { days: 60, count: 500 } as const;

/** Selects the editions of a channel that need not be kept any longer at `now`. */
export function selectExpired(editions: readonly Edition[], now: Date): Edition[] {
  return editions
    .filter(({ state }) => state.kind !== 'pending')
    .toSorted((a, b) => Date.parse(b.slot) - Date.parse(a.slot))
    .filter((edition, index) => index >= EDITIONS_KEPT.count || isPastKeeping(edition, now));
}

/** Tells whether an edition is too old to be kept at `now`. */
export function isPastKeeping({ slot }: Edition, now: Date): boolean {
  return Date.parse(slot) < now.getTime() - EDITIONS_KEPT.days * 24 * 3_600_000;
}
