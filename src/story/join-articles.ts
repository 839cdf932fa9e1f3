import { articleTime } from '../article/article-time.ts';
import { runAtOnce } from '../slices.ts';
import type { FoldStory } from './book/step-parts.ts';
import { StoryFold } from './book/story-fold.ts';
import { readStoryText, type StoryText } from './join/story-text.ts';

/** An article that is joined with others. */
export interface JoinableArticle extends StoryText {
  readonly id: string;
  /** ISO 8601. */
  readonly publishedAt?: string;
}

/**
 * Joins a batch of articles into stories: the ids of each story's articles by time. The order of the input
 * does not matter.
 */
export function joinArticles(articles: readonly JoinableArticle[]): string[][] {
  const fold = new StoryFold();
  for (const [slot, article] of articles.entries()) {
    const { counts } = readStoryText(article);
    fold.add({ slot, id: article.id, at: articleTime(article), counts });
  }
  runAtOnce(fold.settle());
  const stories = new Set<FoldStory>();
  for (const slot of articles.keys()) {
    const story = fold.storyOf(slot);
    if (story) stories.add(story);
  }
  return [...stories].map(({ slots }) => slots.map((slot) => articles[slot]!.id));
}
