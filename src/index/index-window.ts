import type { ArticleSearch } from '../store/search/article-search.ts';

/** The newest articles, if an index has only those. */
export interface IndexWindow {
  readonly days: number;
  /** The earliest date of an article that belongs into the index, in milliseconds since the epoch. */
  edge(): number;
  /** The ids of the stored articles that belong into it; undefined if all have to be read to find out. */
  listIds(): Promise<string[] | undefined>;
}

const DAY_MS = 86_400_000;

/** Creates the window of so many days; undefined for 0, which stands for all articles. */
export function createIndexWindow(
  days: number,
  now: () => Date,
  search?: ArticleSearch,
): IndexWindow | undefined {
  if (days === 0) return undefined;
  const edge = (): number => now().getTime() - days * DAY_MS;
  return {
    days,
    edge,
    async listIds() {
      if (!(await search?.isReady())) return undefined;
      const found = await search?.find({ from: edge() });
      return found?.articles.map(({ id }) => id);
    },
  };
}
