/** One sentence chosen from an article, word for word: `article.text.slice(start, end) === text`. */
export interface SummarySentence {
  readonly text: string;
  /** UTF-16 offsets into the article's text. */
  readonly start: number;
  readonly end: number;
  /** Rank score; comparable within one article only. */
  readonly score: number;
  /** What the score is made of: feature name → weighted contribution. */
  readonly features: Readonly<Record<string, number>>;
}

/** Sentences chosen verbatim from one article, in document order. */
export interface Summary {
  readonly sentences: readonly SummarySentence[];
  /** Where the report was written, as its dateline says; sentences are shown without it. */
  readonly place?: string;
  /** How many sentences the article has in all. */
  readonly sentenceCount: number;
  /** Share of the article's words that the summary leaves out, 0 to 1. */
  readonly shorterBy: number;
  /** The article's most telling terms in their printed form, best first. */
  readonly keyTerms: readonly string[];
}

/** A summary, or the honest statement that there is too little to shorten. */
export type SummaryResult =
  | { readonly kind: 'summary'; readonly summary: Summary }
  | { readonly kind: 'too-short'; readonly sentenceCount: number; readonly wordCount: number };

/** How much to keep: whole sentences up to a number of sentences, of words, or a share of the article's words, 0 to 1. */
export type SummaryLength =
  | { readonly sentences: number }
  | { readonly words: number }
  | { readonly share: number };

/** The lengths that readers choose by name, in words. */
export const SUMMARY_WORDS = { short: 40, medium: 80, long: 150 } as const;
export type SummaryLengthName = keyof typeof SUMMARY_WORDS;
