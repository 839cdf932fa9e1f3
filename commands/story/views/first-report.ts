import type { StoryArticle } from '../../../src/story/story.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * Whether the first of several articles of a story, by time, is known to be its first report. Of articles of one day
 * without an hour, or of the same minute, nobody knows which was the first.
 */
export function isFirstReport(
  articles: readonly Pick<StoryArticle, 'at'>[],
  dayOnly: boolean | undefined,
): boolean {
  const [first, next] = articles;
  if (!first || !next) return false;
  return next.at >= first.at + (dayOnly ? DAY_MS : 1);
}
