import type { ArticleReader } from '../index/article-view.ts';
import type { SourceStatus } from './services.ts';

/** What is stored of each publisher, by name. */
export function listSourceStatus(index: Pick<ArticleReader, 'sources'>): SourceStatus[] {
  return index.sources().map(({ name, articleCount, newestAt }) => ({
    name,
    articleCount,
    ...(newestAt > 0 && { newestAt: new Date(newestAt).toISOString() }),
  }));
}
