/** Size limits of reading feeds, which are untrusted, and the length of a teaser. */
export const FEED_LIMITS = {
  /** Largest document in bytes. The largest feeds of news sites are below 5 MB. */
  maxBytes: 10_000_000,
  /**
   * Number of entries that are read, from the top. Feeds list the newest first, and have a few
   * dozen.
   */
  maxEntries: 1000,
  /** Depth of nested elements. The markup of articles stays below 40. */
  maxDepth: 200,
  /** Elements of a document: a few hundred per entry. */
  maxNodes: 500_000,
  /** Characters of markup in one content, far above any report. */
  maxMarkupChars: 1_000_000,
  /** Characters of a title, an author's name and similar fields. */
  maxFieldChars: 1000,
  /**
   * Number of entities that a document may declare, their length, and the total length of all
   * expansions.
   */
  maxEntities: 100,
  maxEntityChars: 256,
  maxExpandedChars: 100_000,
  /** Feeds that are listed for a page. */
  maxLinks: 20,
  /** A shorter text is a teaser unless something shows that it is complete. */
  teaserChars: 1000,
} as const;
