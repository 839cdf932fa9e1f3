import { listEvery, type Story } from '../../../src/story/story.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * Whether the first of several articles of a story that are shown, by time, is known to be its first report. Of
 * articles of one day without an hour, or of the same minute, nobody knows which was the first.
 */
export function isFirstReport(story: Story, dayOnly: boolean | undefined): boolean {
  const [first, next] = listEvery(story);
  if (!first || !next || first.id !== story.articles[0]?.id) return false;
  return next.at >= first.at + (dayOnly ? DAY_MS : 1);
}
