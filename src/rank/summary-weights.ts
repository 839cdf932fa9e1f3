/** Every number that decides which sentences a summary takes. Chosen on 200 CNN/DailyMail training articles (development set). */
export const SUMMARY_WEIGHTS = {
  /** Cosine between the sentence and the whole article, 0 to 1. */
  centroid: 0.7,
  /** 1 for the first sentence, falling by `positionDecay` with each further one. */
  position: 0.7,
  /** Cosine between the sentence and the title, 0 to 1. */
  title: 0.4,
  /** Taken off in full for one word or a hundred, not at all between `shortWords` and `longWords`. */
  length: -0.6,
  /** Taken off by the share of the sentence that is quoted speech. */
  quote: -0.25,
  /** Taken off a picture's caption left in the body: it tells what the eye would see. */
  caption: -0.6,
  /** Taken off an opening such as "He" or "But" whose sense stands in a sentence that is not shown. */
  opening: -0.5,
  /** Taken off by the highest cosine to a sentence chosen before: MMR's (1 − λ). */
  redundancy: -0.8,
} as const;

/** Shapes of the features above. */
export const SUMMARY_SHAPE = {
  /** Each sentence further down has this share of the position score of the one before, 0 to 1. */
  positionDecay: 0.85,
  shortWords: 9,
  longWords: 45,
} as const;

/** Where shortening stops making sense. */
export const SUMMARY_LIMITS = {
  /** An article with fewer sentences is too short to summarize. */
  minSentences: 3,
  /** So is one with fewer words: it can be read in twenty seconds. */
  minWords: 60,
  /** No summary holds more of the article's words, unless one sentence does. */
  maxShare: 0.5,
} as const;
