import type { ArticleReader } from './article-view.ts';

/** One publisher or folder as readers may ask about it. */
export interface SourceStatus {
  readonly name: string;
  readonly articleCount: number;
  /** ISO 8601, UTC. */
  readonly newestAt?: string;
}

/** What is stored of each publisher, by name. */
export function listSourceStatus(index: Pick<ArticleReader, 'sources'>): SourceStatus[] {
  return index.sources().map(({ name, articleCount, newestAt }) => ({
    name,
    articleCount,
    ...(newestAt > 0 && { newestAt: new Date(newestAt).toISOString() }),
  }));
}
