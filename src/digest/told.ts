import type { Edition } from './edition.ts';

/** What a channel has been told lately. */
export interface Told {
  /** Every article of every story told. */
  readonly articleIds: ReadonlySet<string>;
  /** Texts of the sentences shown. */
  readonly sentences: ReadonlySet<string>;
}

/** A channel that has been told nothing. */
export const NOTHING_TOLD: Told = { articleIds: new Set(), sentences: new Set() };

/** How far back a channel is taken to remember. */
const TOLD_LOOK_BACK_MS = 14 * 24 * 3_600_000;

/**
 * Collects what a channel's editions of the last 14 days before `now` told. A pending edition
 * counts: its message may be there already, or will be. One that was not delivered does not.
 */
export function collectTold(editions: Iterable<Edition>, now: Date): Told {
  const articleIds = new Set<string>();
  const sentences = new Set<string>();
  for (const { slot, state, digest } of editions) {
    if (state.kind !== 'posted' && state.kind !== 'pending') continue;
    if (now.getTime() - Date.parse(slot) > TOLD_LOOK_BACK_MS) continue;
    for (const story of digest.stories) {
      for (const id of story.articleIds) articleIds.add(id);
      for (const sentence of story.sentences) sentences.add(sentence.text);
    }
  }
  return { articleIds, sentences };
}
