import type { Draft } from './draft.ts';

/** Something that was sent and can be taken up again. */
export type SentEntry =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'command'; readonly draft: Draft };

/** How many are kept. */
const maxEntries = 50;

/** Keeps one more; the newest stands last. */
export function remember(entries: readonly SentEntry[], entry: SentEntry): SentEntry[] {
  return [...entries, entry].slice(-maxEntries);
}

/** The place after a step back (-1) or on (1); the length of the list stands for the empty composer. */
export function stepHistory(entries: readonly SentEntry[], at: number, step: -1 | 1): number {
  return Math.min(entries.length, Math.max(0, at + step));
}
