import type { Query } from '../../index/query/query.ts';
import { createBreather } from '../../slices.ts';
import type { StoredArticle } from '../../store/article-store.ts';
import type { BriefArticle, BriefRole } from '../../story/brief/brief.ts';
import type { StoryArticle } from '../../story/story.ts';
import { weighReading } from '../../summary/weigh-reading.ts';
import type { News } from '../news.ts';

/** What a story is told from. */
export interface TellingParts extends Pick<News, 'articles' | 'index' | 'readingOf' | 'cache'> {
  /** The channel's topics. Sentences about them come first. */
  readonly queries: readonly Query[];
  /** The channel's language if it has one. */
  readonly lang?: string;
}

/** An article that tells a story, read. */
export interface ReadArticle extends BriefArticle {
  readonly stored: StoredArticle;
}

/** Reads articles that have one role in the telling of a story. */
export async function readArticles(
  wanted: readonly StoryArticle[],
  role: BriefRole,
  { articles, index, readingOf, queries }: TellingParts,
): Promise<ReadArticle[]> {
  const found = await articles.getMany(wanted.map(({ id }) => id));
  const breathe = createBreather();
  const read: ReadArticle[] = [];
  for (const stored of found) {
    if (!stored) continue;
    const { id, title, publishedAt } = stored;
    const reading = weighReading(readingOf(stored), index.corpus, queries);
    const answers = reading.answers?.scores;
    read.push({
      id,
      title,
      reading,
      role,
      stored,
      ...(publishedAt !== undefined && { publishedAt }),
      ...(answers && { answers }),
    });
    await breathe();
  }
  return read;
}
