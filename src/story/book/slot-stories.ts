import { grow } from '../../index/terms/grow.ts';
import type { FoldStory } from './step-parts.ts';

/** By slot, the story of each article, and which of them may be in another story than when that was last asked. */
export class SlotStories {
  readonly #stories: (FoldStory | undefined)[] = [];
  /** By slot: one more than the first slot of its story; 0 without one. It is read often, and the story isn't. */
  #firsts = new Uint32Array(1024);
  readonly #moved = new Set<number>();

  /** By slot; undefined for those without a story. */
  get list(): readonly (FoldStory | undefined)[] {
    return this.#stories;
  }

  /** The first slot of an article's story; undefined without one. */
  firstOf(slot: number): number | undefined {
    const first = slot < this.#firsts.length ? this.#firsts[slot]! : 0;
    return first === 0 ? undefined : first - 1;
  }

  set(slot: number, story: FoldStory | undefined): void {
    this.#stories[slot] = story;
    this.#firsts = grow(this.#firsts, slot);
    this.#firsts[slot] = story ? story.slots[0]! + 1 : 0;
    this.#moved.add(slot);
  }

  /** The slots whose stories were set since the last call. */
  takeMoved(): Set<number> {
    const moved = new Set(this.#moved);
    this.#moved.clear();
    return moved;
  }
}
