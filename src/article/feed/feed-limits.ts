/** Sizes at which reading a feed stops or looks no further, and what tells a teaser. Feeds are untrusted. */
export const FEED_LIMITS = {
  /** Largest document in bytes; the largest feeds of news sites stay below 5 MB. */
  maxBytes: 10_000_000,
  /** Entries that are read, from the top; feeds put the newest first and carry some dozens. */
  maxEntries: 1000,
  /** Elements inside each other; markup of articles stays below 40. */
  maxDepth: 200,
  /** Elements of a document, some hundred an entry. */
  maxNodes: 500_000,
  /** Characters of one content's markup, far above any report. */
  maxMarkupChars: 1_000_000,
  /** Characters of a title, an author's name and the like. */
  maxFieldChars: 1000,
  /** Entities that a document may declare, and what they may come to in all when they are put in. */
  maxEntities: 100,
  maxEntityChars: 256,
  maxExpandedChars: 100_000,
  /** Feeds that are named of a page. */
  maxLinks: 20,
  /** A text below this length that nothing shows to be whole is a teaser. */
  teaserChars: 1000,
} as const;
