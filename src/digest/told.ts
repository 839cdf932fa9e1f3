import type { Edition } from './edition.ts';

/** What a channel has been told recently. */
export interface Told {
  /** The ids of all articles of all told stories. */
  readonly articleIds: ReadonlySet<string>;
  /** The texts of all shown sentences. */
  readonly sentences: ReadonlySet<string>;
}

/** The memory of a channel that has been told nothing. */
export const NOTHING_TOLD: Told = { articleIds: new Set(), sentences: new Set() };

/** How long a channel is assumed to remember. */
const TOLD_LOOK_BACK_MS = 14 * 24 * 3_600_000;

/**
 * Collects what a channel's editions told in the 14 days before `now`. A pending edition counts, because
 * its message is there or may come. An edition that was not delivered does not count.
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
