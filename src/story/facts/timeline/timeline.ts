import type { BriefArticle, BriefSentence } from '../../brief/brief.ts';

/** An article of a story, as a timeline sees it. */
export type TimelineArticle = Pick<BriefArticle, 'id' | 'title' | 'reading' | 'publishedAt'>;

/** A date of a story with what happened on it, word for word. */
export interface TimelineEntry {
  /** 2024-06-14. */
  readonly date: string;
  /** How much the story's articles have of the date. */
  readonly score: number;
  /**
   * The best first. The first one can be understood alone, and names the date or is from a report of that day. Others
   * may be from the openings of the next day's reports, which tell of the day before.
   */
  readonly sentences: readonly BriefSentence[];
}

/** What is known of a story's articles, and how much of a timeline is wanted. */
export interface TimelineOptions {
  /** The most dates. Default: all. */
  readonly dates?: number;
  /** The most sentences of a date. Default: one. */
  readonly sentences?: number;
  /** The reader's language. Default: the one that most voices of the story have. */
  readonly lang?: string;
  /** Articles with the same voice are copies and count once. Default: each article is its own voice. */
  readonly voiceOf?: (articleId: string) => string | number;
}

/** Chosen on five topics of T17 as development set. */
export const TIMELINE = {
  /** Of so many first sentences of an article, those that name no day tell of its own day or the one before. */
  openingSentences: 5,
  /** What nearness to the middle of the story counts for in the line of a date, beside what is said of the date. */
  nearness: 1,
  /** The same of an article's first sentence, where reporters put the event. */
  nearnessOfFirst: 1.5,
  /** A sentence with a higher cosine to another tells the same again. */
  maxAlike: 0.6,
  /** Dates that are so many days apart do not tell the same. */
  nearbyDays: 7,
} as const;
