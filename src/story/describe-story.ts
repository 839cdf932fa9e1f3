import type { ArticleEntry } from '../index/article-entry.ts';
import type { ArticleReader } from '../index/article-view.ts';
import type { StoryMembers } from './book/story-members.ts';
import type { Story, StoryArticle } from './story.ts';

/** Describes a story by those of its articles that are in the index and wanted; undefined if none is. */
export function describeStory(
  { id, articleIds, voices, longer }: StoryMembers,
  index: Pick<ArticleReader, 'entry'>,
  isWanted: (entry: ArticleEntry) => boolean,
): Story | undefined {
  const articles: StoryArticle[] = [];
  for (const [position, articleId] of articleIds.entries()) {
    const entry = index.entry(articleId);
    if (!entry || !isWanted(entry)) continue;
    const voice = voices[position]!;
    articles.push(
      longer.has(articleId) ? { ...entry, voice, saysMore: true } : { ...entry, voice },
    );
  }
  articles.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return articles.length > 0 ? { id, articles } : undefined;
}
