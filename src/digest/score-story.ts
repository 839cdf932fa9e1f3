import { onceEach } from '../once-each.ts';
import { countVoices, type StoryArticle } from '../story/story.ts';

/** The weights of a story's score. */
export const STORY_WEIGHTS = {
  /** For voices. Several independent publishers are the best sign that an event matters. */
  voices: 1,
  /** For articles. More reports by the same publishers are a weaker sign. */
  articles: 0.5,
  /** For freshness, which decides between stories with equally many reports. */
  recency: 1,
  /** The age, in hours, at which freshness has halved. */
  halfLifeHours: 12,
} as const;

/** A story's articles in the window of a digest, the earliest first; at least one. */
export interface StoryInWindow {
  readonly id: string;
  readonly current: readonly StoryArticle[];
  /** The position of the first topic that one of them fits; absent unless there are several. */
  readonly topic?: number;
}

/** What a story's score is made of. */
export interface StoryGauge {
  readonly voices: number;
  readonly articles: number;
  /** The age of its last article. */
  readonly ageHours: number;
  readonly score: number;
}

/** Windows of one story mostly have the same articles in common. */
const voicesOf = onceEach(countVoices);

/**
 * Scores a story at `until` by its articles in the window: wV · log2(1 + V) + wA · log2(1 + A) + wR · 2^(−age / halfLife),
 * where V counts voices, A articles, and age is that of the last one. What was reported before the window
 * does not count, so an old story with one new report doesn't outrank a new one.
 */
export function scoreStory({ current }: Pick<StoryInWindow, 'current'>, until: Date): StoryGauge {
  const voices = voicesOf(current);
  const articles = current.length;
  const ageHours = Math.max(0, until.getTime() - current.at(-1)!.at) / 3_600_000;
  const score =
    STORY_WEIGHTS.voices * Math.log2(1 + voices) +
    STORY_WEIGHTS.articles * Math.log2(1 + articles) +
    STORY_WEIGHTS.recency * 2 ** (-ageHours / STORY_WEIGHTS.halfLifeHours);
  return { voices, articles, ageHours, score };
}

/**
 * Ranks stories, best first: those with several voices before those that one voice reports alone, then by
 * score at `until`, then the newest, then by id.
 */
export function rankStories<T extends StoryInWindow>(stories: readonly T[], until: Date): T[] {
  const scored = stories.map((story) => ({ story, ...scoreStory(story, until) }));
  return scored
    .toSorted(
      (a, b) =>
        Number(a.voices === 1) - Number(b.voices === 1) ||
        b.score - a.score ||
        b.story.current.at(-1)!.at - a.story.current.at(-1)!.at ||
        (a.story.id < b.story.id ? -1 : 1),
    )
    .map(({ story }) => story);
}
