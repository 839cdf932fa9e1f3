import type { ReadArticle } from './story-sentences.ts';
import { TIMELINE } from './timeline.ts';

/**
 * Scores the days of a story: for each article, the square of how near its best sentence on the day is to the middle
 * of the story. One that does not name the day of its publication tells of it in its opening. Copies don't count.
 */
export function scoreDays(articles: readonly ReadArticle[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const article of articles) {
    if (article.isCopy) continue;
    for (const [day, nearness] of findNearest(article)) {
      scores.set(day, (scores.get(day) ?? 0) + nearness ** 2);
    }
  }
  return scores;
}

/** By day, the nearness of the article's best sentence on it. */
function findNearest({ day: own, sentences }: ReadArticle): Map<number, number> {
  const nearest = new Map<number, number>();
  const add = (day: number, nearness: number): void => {
    nearest.set(day, Math.max(nearest.get(day) ?? 0, nearness));
  };
  for (const { days, nearness } of sentences) for (const day of days) add(day, nearness);
  if (own === undefined || nearest.has(own)) return nearest;
  for (const { days, nearness } of sentences.slice(0, TIMELINE.openingSentences)) {
    if (days.length === 0) add(own, nearness);
  }
  return nearest;
}
