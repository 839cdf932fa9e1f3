import type { ArticleReader } from './article-view.ts';

/** What is stored of one publisher. */
export interface SourceStatus {
  readonly name: string;
  readonly articleCount: number;
  /** The date of the newest article, ISO 8601 in UTC. */
  readonly newestAt?: string;
}

/** Lists what is stored of each publisher, by name. */
export function listSourceStatus(index: Pick<ArticleReader, 'sources'>): SourceStatus[] {
  return index.sources().map(({ name, articleCount, newestAt }) => ({
    name,
    articleCount,
    ...(newestAt > 0 && { newestAt: new Date(newestAt).toISOString() }),
  }));
}
