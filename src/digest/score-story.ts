import type { Story } from '../story/story.ts';

/** The weights of a story's score. Each part is 1 for a fresh story of one article. */
export const STORY_WEIGHTS = {
  /** For publishers. Several independent publishers are the best sign that an event matters. */
  publishers: 1,
  /** For articles. More reports from the same publishers are a weaker sign. */
  articles: 0.5,
  /** For freshness, which decides between stories with equally many reports. */
  recency: 1,
  /** The age, in hours, at which freshness has halved. */
  halfLifeHours: 12,
} as const;

/**
 * Scores a story at `until`: wP · log2(1 + P) + wA · log2(1 + A) + wR · 2^(−age / halfLife), where
 * P counts its distinct publishers (at least 1), A its articles, and age is that of its last one.
 */
export function scoreStory(
  story: Pick<Story, 'sources' | 'articleIds' | 'lastAt'>,
  until: Date,
): number {
  const ageHours = Math.max(0, until.getTime() - Date.parse(story.lastAt)) / 3_600_000;
  return (
    STORY_WEIGHTS.publishers * Math.log2(1 + Math.max(1, story.sources.length)) +
    STORY_WEIGHTS.articles * Math.log2(1 + story.articleIds.length) +
    STORY_WEIGHTS.recency * 2 ** (-ageHours / STORY_WEIGHTS.halfLifeHours)
  );
}

/** Ranks stories by their score at `until`, best first; ties by date, newest first, then by id. */
export function rankStories(stories: readonly Story[], until: Date): Story[] {
  const scored = stories.map((story) => ({ story, score: scoreStory(story, until) }));
  return scored
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        compare(b.story.lastAt, a.story.lastAt) ||
        compare(a.story.id, b.story.id),
    )
    .map(({ story }) => story);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
