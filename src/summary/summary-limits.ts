/** Where shortening stops making sense. */
export const SUMMARY_LIMITS = {
  /** An article with fewer sentences is too short to summarize. */
  minSentences: 3,
  /** So is one with fewer words: it can be read in twenty seconds. */
  minWords: 60,
  /** No summary holds more of the article's words. */
  maxShare: 0.5,
  /** Past this share of the words asked for, no sentence that speaks against itself is added to fill the rest. */
  minFilled: 0.6,
  /** A gist stands in a list: it has at most so many characters, */
  gistLength: 200,
  /** and scores at least this share of the best: a side fact tells no story. */
  gistWorth: 0.9,
} as const;
