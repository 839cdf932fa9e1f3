import { listSources } from '../story/story.ts';
import type { StoryInWindow } from './score-story.ts';

/** At most this share of a digest's stories may be from one publisher alone, from one country, or on one of several topics. */
const MOST_SHARE = 0.5;

/** What a digest has told so far, so that no publisher, country or topic fills it. */
export class Variety {
  readonly #most: number;
  readonly #counts = new Map<string, number>();

  constructor(storyCount: number) {
    this.#most = Math.ceil(storyCount * MOST_SHARE);
  }

  hasRoomFor(story: StoryInWindow): boolean {
    return listKinds(story).every((kind) => (this.#counts.get(kind) ?? 0) < this.#most);
  }

  add(story: StoryInWindow): void {
    for (const kind of listKinds(story)) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }
}

/** The publisher of a story that only one reports, the country of its newest report that names one, and its topic. */
function listKinds({ current, topic }: StoryInWindow): string[] {
  const [source, ...others] = listSources(current);
  const country = current.findLast(({ places = [] }) => places.length > 0)?.places?.[0]?.country;
  return [
    ...(source !== undefined && others.length === 0 ? [`source ${source}`] : []),
    ...(country === undefined ? [] : [`country ${country}`]),
    ...(topic === undefined ? [] : [`topic ${topic}`]),
  ];
}
