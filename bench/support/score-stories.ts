import { scoreBcubed, type Agreement } from './score-bcubed.ts';
import type { LabelledArticle } from './story-sets.ts';

/** BCubed of stories, given by the ids of their articles, whose events are known. */
export function scoreStories(
  articles: readonly Pick<LabelledArticle, 'id' | 'event'>[],
  stories: readonly (readonly string[])[],
): Agreement {
  const found = new Map(stories.flatMap((ids, story) => ids.map((id) => [id, String(story)])));
  return scoreBcubed(new Map(articles.map(({ id, event }) => [id, event])), found);
}
