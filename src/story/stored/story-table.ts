import type { StoredStory } from './stored-story.ts';

/** What changes about stored stories. Each article of a story leaves the one that it was in. */
export interface StoryChanges {
  readonly stories: readonly StoredStory[];
  /** The articles that are in no story any more. */
  readonly gone: readonly string[];
}

/** Most stories have one article, whose id says everything. */
const SINGLE = Symbol('single');

/** The stored stories by article, in memory: ids, without any text. An article is in one story at most. */
export class StoryTable {
  readonly #stories = new Map<string, StoredStory | typeof SINGLE>();

  has(id: string): boolean {
    return this.#stories.has(id);
  }

  storyOf(id: string): StoredStory | undefined {
    const story = this.#stories.get(id);
    return story === SINGLE ? { ids: [id] } : story;
  }

  /** The ids of all articles that are in stories. */
  ids(): Iterable<string> {
    return this.#stories.keys();
  }

  /** The stories, those of one article included. */
  get storyCount(): number {
    let count = 0;
    for (const [id, story] of this.#stories)
      count += Number(story === SINGLE || story.ids[0] === id);
    return count;
  }

  apply({ stories, gone }: StoryChanges): void {
    for (const id of gone) this.#stories.delete(id);
    for (const story of stories) {
      const kept = story.ids.length === 1 ? SINGLE : story;
      for (const id of story.ids) this.#stories.set(id, kept);
    }
  }
}
