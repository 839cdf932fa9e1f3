import type { Draft } from './draft.ts';

/** A sent text or command that can be edited and sent again. */
export type SentEntry =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'command'; readonly draft: Draft };

/** The number of entries that are kept. */
const maxEntries = 50;

/** Adds an entry; the newest is last. */
export function remember(entries: readonly SentEntry[], entry: SentEntry): SentEntry[] {
  return [...entries, entry].slice(-maxEntries);
}

/**
 * Returns the position after a step back (-1) or forward (1); the list's length stands for the
 * empty composer.
 */
export function stepHistory(entries: readonly SentEntry[], at: number, step: -1 | 1): number {
  return Math.min(entries.length, Math.max(0, at + step));
}
