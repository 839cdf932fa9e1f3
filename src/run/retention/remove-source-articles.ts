import type { ArticleIndex } from '../../index/article-index.ts';
import { HOST, type SourceOwner } from '../../ingest/sources/source.ts';
import type { ArticleStore } from '../../store/article-store.ts';
import type { OlderLists } from './older-lists.ts';

/** The dependencies of removing a source's articles. */
interface SourceArticlesParts {
  readonly index: Pick<ArticleIndex, 'newest'>;
  readonly articles: Pick<ArticleStore, 'removeMany'>;
  /** The articles that the index does not have; absent if it has all. */
  readonly older?: Pick<OlderLists, 'ofSource'> | undefined;
}

/**
 * Creates a function that removes all articles of one publisher: with HOST those for everyone, else those of one
 * server. A person who wants that wants it for followed stories and editions too. Resolves to their number.
 */
export function createRemoveArticles({ index, articles, older }: SourceArticlesParts) {
  return async (source: string, owner: SourceOwner): Promise<number> => {
    const onlyFor = owner === HOST ? undefined : owner;
    const { entries } = index.newest(
      { fits: (slot, table) => table.source(slot) === source && table.onlyFor(slot) === onlyFor },
      { limit: Number.MAX_SAFE_INTEGER },
    );
    const notIndexed = (await older?.ofSource(source, onlyFor)) ?? [];
    const removed = await articles.removeMany(
      [...new Set([...notIndexed, ...entries.map(({ id }) => id)])],
      (article) => article.source === source && article.onlyFor === onlyFor,
    );
    return removed.length;
  };
}
