import type { Store } from '../../store/create-store.ts';
import { listCandidates } from './list-candidates.ts';
import type { AgedArticle } from './plan-prune.ts';

/** Lists stored articles that the index does not have: the database finds them, or all articles are read. */
export interface OlderLists {
  /** Those that may be from before an instant. */
  old(moment: { readonly edge: Date; readonly now: Date }): Promise<readonly AgedArticle[]>;
  /** The ids of those of a publisher that are for one server, or for everyone. */
  ofSource(source: string, onlyFor: string | undefined): Promise<readonly string[]>;
}

/** Creates the lists of a store. */
export function createOlderLists({
  articles,
  search,
}: Pick<Store, 'articles' | 'search'>): OlderLists {
  return {
    async old({ edge, now }) {
      if (!search || !(await search.isReady()))
        return await listCandidates(articles, { edge, now });
      const until = edge.getTime();
      const found = await search.find({ until, seenUntil: until });
      return (found?.articles ?? []).map(({ id, at, seenAt, source }) => ({
        id,
        publishedAt: at,
        firstSeenAt: seenAt,
        source,
      }));
    },
    async ofSource(source, onlyFor) {
      const isOf = (one: { source?: string; onlyFor?: string }): boolean =>
        one.source === source && one.onlyFor === onlyFor;
      if (search && (await search.isReady())) {
        const found = await search.find({ wanted: { sources: [source] } });
        return (found?.articles ?? []).filter(isOf).map(({ id }) => id);
      }
      const ids: string[] = [];
      for await (const article of articles.iterate()) if (isOf(article)) ids.push(article.id);
      return ids;
    },
  };
}
