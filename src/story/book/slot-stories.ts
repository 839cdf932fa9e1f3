import type { FoldStory } from './step-parts.ts';

/** By slot, the story of each article, and which of them may be in another story than when that was last asked. */
export class SlotStories {
  readonly #stories: (FoldStory | undefined)[] = [];
  readonly #moved = new Set<number>();

  /** By slot; undefined for those without a story. */
  get list(): readonly (FoldStory | undefined)[] {
    return this.#stories;
  }

  set(slot: number, story: FoldStory | undefined): void {
    this.#stories[slot] = story;
    this.#moved.add(slot);
  }

  /** The slots whose stories were set since the last call. */
  takeMoved(): Set<number> {
    const moved = new Set(this.#moved);
    this.#moved.clear();
    return moved;
  }
}
