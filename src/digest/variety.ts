import { onceEach } from '../once-each.ts';
import { listSources } from '../story/story.ts';
import type { StoryInWindow } from './score-story.ts';

/** At most this share of a digest's stories may be from one publisher alone, from one country, or on one of several topics. */
const MOST_SHARE = 0.5;

/** What stories have in common: their only publisher, their country, or their topic by its position. */
export interface StoryKind {
  readonly by: 'source' | 'country' | 'topic';
  readonly name: string;
}

/** What a digest has told so far, so that no publisher, country or topic fills it. */
export class Variety {
  readonly #most: number;
  readonly #counts = new Map<string, number>();

  constructor(storyCount: number) {
    this.#most = Math.ceil(storyCount * MOST_SHARE);
  }

  /** What a story is of that the digest has enough of; undefined if it has room for the story. */
  findFull(story: StoryInWindow): StoryKind | undefined {
    return listKinds(story).find((kind) => this.#count(kind) >= this.#most);
  }

  add(story: StoryInWindow): void {
    for (const kind of listKinds(story)) this.#counts.set(keyOf(kind), this.#count(kind) + 1);
  }

  #count(kind: StoryKind): number {
    return this.#counts.get(keyOf(kind)) ?? 0;
  }
}

/**
 * The publisher of a story that only one reports, the country of its newest report that names one, and its topic. All
 * digests of a window ask for the same ones.
 */
const listKinds = onceEach(({ current, topic }: StoryInWindow): readonly StoryKind[] => {
  const [source, ...others] = listSources(current);
  const country = current.findLast(({ places = [] }) => places.length > 0)?.places?.[0]?.country;
  return [
    ...(source !== undefined && others.length === 0
      ? [{ by: 'source', name: source } as const]
      : []),
    ...(country === undefined ? [] : [{ by: 'country', name: country } as const]),
    ...(topic === undefined ? [] : [{ by: 'topic', name: String(topic) } as const]),
  ];
});

function keyOf({ by, name }: StoryKind): string {
  return `${by} ${name}`;
}
