/** Sizes at which reading refuses or looks no further. */
export const ARTICLE_LIMITS = {
  /** Longest article, and longest line, in UTF-16 units: far above any report, small enough to parse in some milliseconds. */
  maxArticleChars: 1_000_000,
  /** Longest headline in characters. The longest that news sites print stay below 200. */
  maxHeadlineChars: 250,
  /** Lines (blank ones not counted) after a headline in which its second copy or a text-size label is looked for. */
  headLines: 40,
  /** Paragraphs that may stand between two copies of a headline and be captions all the same. */
  maxLooseCaptions: 4,
  /** Lines over which one caption may be wrapped. */
  maxCaptionLines: 12,
  /** Lines of a header block or front matter. */
  maxHeaderLines: 80,
} as const;
