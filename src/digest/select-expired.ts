import type { Edition } from './edition.ts';

/**
 * How long and how many of a channel's editions are kept, for /digest history and as its memory. The
 * newest `ofEach` schedule are kept whatever their age: a clock that is a year ahead for a while must
 * not make the bot forget what it has posted.
 */
export const EDITIONS_KEPT = { days: 60, count: 500, ofEach: 50 } as const;

/** Selects the editions of a channel that need not be kept any longer at `now`. */
export function selectExpired(editions: readonly Edition[], now: Date): Edition[] {
  const newer = new Map<string, number>();
  return editions
    .filter(({ state }) => state.kind !== 'pending')
    .toSorted((a, b) => Date.parse(b.slot) - Date.parse(a.slot))
    .filter((edition, index) => {
      // Alerts are counted apart, so that many of them make the bot forget no slot.
      const kind = `${edition.subscriptionId}${edition.alert ? ':alert' : ''}`;
      const count = newer.get(kind) ?? 0;
      newer.set(kind, count + 1);
      if (index >= EDITIONS_KEPT.count) return true;
      return count >= EDITIONS_KEPT.ofEach && isPastKeeping(edition, now);
    });
}

/** Tells whether an edition is too old to be kept at `now`. */
export function isPastKeeping({ slot }: Edition, now: Date): boolean {
  return Date.parse(slot) < now.getTime() - EDITIONS_KEPT.days * 24 * 3_600_000;
}
