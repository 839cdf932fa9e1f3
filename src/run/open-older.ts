import type { ArticleIndex } from '../index/article-index.ts';
import { createIndexWindow, type IndexWindow } from '../index/index-window.ts';
import { createOlderArticles, type OlderArticles } from '../index/older/older-articles.ts';
import type { Log } from '../log.ts';
import type { Repeating } from '../repeat.ts';
import type { Store } from '../store/create-store.ts';
import { prepareSearch } from './prepare-search.ts';
import { createOlderLists, type OlderLists } from './retention/older-lists.ts';

/** What there is to articles that are too old for the index. */
export interface Older {
  readonly window: IndexWindow;
  readonly articles: OlderArticles;
  readonly lists: OlderLists;
  /** Makes the database ready to search them, in the background. */
  prepare(log: Log, onError: (error: unknown) => void): Repeating | undefined;
}

/** Opens what there is to older articles; undefined if the index has all, which 0 days stand for. */
export function openOlder(
  days: number,
  store: Store,
  index: ArticleIndex,
  now: () => Date,
): Older | undefined {
  const { articles, search } = store;
  const window = createIndexWindow(days, now, search);
  return (
    window && {
      window,
      articles: createOlderArticles({ index, window, articles, search }),
      lists: createOlderLists(store),
      prepare: (log, onError) => prepareSearch(store, log, onError),
    }
  );
}
