/** Size limits of reading articles. */
export const ARTICLE_LIMITS = {
  /**
   * Longest article, and longest line of JSON, in UTF-16 units: far above any report, small enough to parse
   * in a few milliseconds.
   */
  maxArticleChars: 1_000_000,
  /** Longest line of a text that is no JSON: an article of 15,000 words without a break. A line is read at once. */
  maxLineChars: 100_000,
  /** Longest headline in characters. The longest on news sites are below 200. */
  maxHeadlineChars: 250,
  /**
   * Lines (not counting blank ones) after a headline that are searched for its second copy or a
   * text-size label.
   */
  headLines: 40,
  /** Lines of a head. What follows is read with the body, where labels and captions count as well. */
  maxHeadLines: 200,
  /** Paragraphs between two copies of a headline that may still be captions. */
  maxLooseCaptions: 4,
  /** Lines over which one caption may wrap. */
  maxCaptionLines: 12,
  /** Lines of a header block or front matter. */
  maxHeaderLines: 80,
} as const;
