import type { Allow } from './article-entry.ts';

/** An article that a search found. Scores of different searches cannot be compared. */
interface SearchHit {
  readonly id: string;
  readonly score: number;
}

/** A page of search results. */
export interface SearchResult {
  /** The number of all matches; `hits` is one page of them. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** No article has all the words; these have some of them. */
  readonly relaxed: boolean;
}

/** The number of a publisher's indexed articles, and the date of the newest in milliseconds since the epoch. */
export interface SourceCount {
  readonly name: string;
  readonly articleCount: number;
  readonly newestAt: number;
}

/** A page of a list. */
export interface Page {
  readonly limit: number;
  readonly offset?: number | undefined;
  /** Which articles may be in the list; all if absent. */
  readonly allow?: Allow | undefined;
  /** The language whose articles come before all others in a search. */
  readonly first?: string | undefined;
  /** Nothing but this page is needed: what follows is not counted. */
  readonly isFirst?: boolean;
}
