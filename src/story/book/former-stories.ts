import { slotOfNeighbour } from '../join/neighbour-entry.ts';
import type { WeightedLists } from '../join/weighted-lists.ts';
import type { SlotStories } from './slot-stories.ts';
import type { Change, FoldStory } from './step-parts.ts';

/**
 * While a fold that was taken back goes forward again: which articles are in other stories than they were after the same
 * hour before, and in which ones they were. A step that meets none of them touches the stories that it touched before.
 */
export class FormerStories {
  /** By slot. */
  readonly #former = new Map<number, FoldStory | undefined>();
  #isKnown = true;

  /** Whether it is known what was before. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /** Applies the result of a step. `again`: if later ones were taken before, what this one had as its result, or none. */
  apply(change: Change, stories: SlotStories, again?: { before: Change | undefined }): void {
    const slots = new Set<number>();
    for (const story of change.added) {
      for (const slot of story.slots) {
        if (again && !this.#former.has(slot)) this.#former.set(slot, stories.list[slot]);
        stories.set(slot, story);
        if (again) slots.add(slot);
      }
    }
    for (const story of again?.before?.added ?? []) {
      for (const slot of story.slots) {
        this.#former.set(slot, story);
        slots.add(slot);
      }
    }
    for (const slot of slots)
      if (this.#former.get(slot) === stories.list[slot]) this.#former.delete(slot);
  }

  /** Whether none of some articles' neighbours is in another story than before. */
  areAsBefore(slots: readonly number[], neighbours: WeightedLists): boolean {
    if (this.#former.size === 0) return true;
    return slots.every((slot) => {
      const [ids, from] = [neighbours.ids(slot), neighbours.from(slot)];
      const to = from + neighbours.length(slot);
      for (let i = from; i < to; i++) if (this.#former.has(slotOfNeighbour(ids[i]!))) return false;
      return true;
    });
  }

  /** To be called when the fold is taken back again before it is settled: then two states were before. */
  takenBack(): void {
    if (this.#former.size > 0) this.lose();
  }

  /** To be called when an article is gone, which steps before had. */
  lose(): void {
    this.#isKnown = false;
  }

  /** To be called when the fold is settled. */
  clear(): void {
    this.#former.clear();
    this.#isKnown = true;
  }
}
