import type { ArticleReader } from '../article-view.ts';
import type { Page, SearchResult } from '../index-page.ts';
import { compileNarrowing } from '../narrowing/compile-narrowing.ts';
import type { Narrowing } from '../narrowing/narrowing.ts';
import type { OlderArticles, OlderFound, OlderHit } from './older-articles.ts';

/** A page of what was found in the index and among older articles. */
export interface AllFound extends SearchResult {
  /** What was found among the older ones; absent if the index has all articles. */
  readonly older?: OlderFound;
}

/** Searches the index and, if it does not have them all, the older articles. Both are ranked as one. */
export async function searchAll(
  index: Pick<ArticleReader, 'search' | 'entry'>,
  older: OlderArticles | undefined,
  narrowing: Narrowing,
  page: Pick<Page, 'limit' | 'offset' | 'first'>,
): Promise<AllFound> {
  const filter = compileNarrowing(narrowing);
  if (!older) return index.search(filter, page);
  const found = await older.search(narrowing);
  const olderHits = found.kind === 'searched' ? found.hits : [];
  if (olderHits.length === 0) return { ...index.search(filter, page), older: found };
  const { limit, offset = 0, first } = page;
  const recent = index.search(filter, { limit: offset + limit, first });
  // Those with some of the words give way to those with all.
  const recentHits = recent.relaxed ? [] : recent.hits;
  const described = recentHits.flatMap((hit): OlderHit[] => {
    const entry = index.entry(hit.id);
    return entry ? [{ ...hit, at: entry.at, lang: entry.lang }] : [];
  });
  const isFirst = ({ lang }: OlderHit): number => Number(lang === first);
  const ranked = [...described, ...olderHits].toSorted(
    (a, b) => isFirst(b) - isFirst(a) || b.score - a.score || b.at - a.at || (a.id < b.id ? -1 : 1),
  );
  return {
    total: (recent.relaxed ? 0 : recent.total) + olderHits.length,
    hits: ranked.slice(offset, offset + limit).map(({ id, score }) => ({ id, score })),
    relaxed: false,
    older: found,
  };
}
