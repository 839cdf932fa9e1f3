/** Which articles a database that searches is asked for. A part that is absent takes all. */
export interface SearchConditions {
  /** A `tsquery` of PostgreSQL, from `lexemes.ts`. */
  readonly words?: string | undefined;
  /** The earliest and the first later date, in milliseconds since the epoch: published, and first stored. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly seenUntil?: number | undefined;
  readonly wanted?: ListedLimits | undefined;
  readonly unwanted?: ListedLimits | undefined;
  /** Only articles for everyone and, if there is a server, those for it. */
  readonly visibleTo?: { readonly guildId: string | undefined } | undefined;
  /** The canonical forms of URLs. */
  readonly pages?: readonly string[] | undefined;
}

/** Names as they are stored; an empty list is no limit. */
interface ListedLimits {
  readonly sources?: readonly string[];
  readonly languages?: readonly string[];
  readonly countries?: readonly string[];
}

/** An article that a database has found. Dates are milliseconds since the epoch. */
export interface SearchedArticle {
  readonly id: string;
  readonly at: number;
  readonly seenAt: number;
  readonly source?: string;
  readonly onlyFor?: string;
  /** The canonical form of its URL. */
  readonly page?: string;
}

/** A database that finds articles by itself, without an index in memory. */
export interface ArticleSearch {
  /**
   * Makes all stored articles searchable, those of an earlier version again. From its first call on, every process
   * that stores an article makes it searchable in the same transaction.
   */
  prepare(signal?: AbortSignal): Promise<void>;
  /** Whether all stored articles are searchable. */
  isReady(): Promise<boolean>;
  /**
   * The articles that fit, the newest first, then by id. `total` counts beyond the limit. Undefined if it would take
   * too long.
   */
  find(
    conditions: SearchConditions,
    limit?: number,
  ): Promise<{ readonly total: number; readonly articles: SearchedArticle[] } | undefined>;
  /** All languages or publishers of the searchable articles. */
  names(of: 'languages' | 'sources'): Promise<string[]>;
}
