const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The numbers that decide when a source is polled and what is said of it. */
export const POLL_TUNING = {
  /** The wait after the first failure; each further one doubles it. */
  firstBackoffMs: 5 * MINUTE_MS,
  mostBackoffMs: 12 * HOUR_MS,
  /** A feed that has not been readable for so long is paused. */
  pauseAfterMs: 7 * DAY_MS,
  /** Longer waits that a server asks for (Retry-After, ttl) are more likely mistakes. */
  mostAskedMs: DAY_MS,
  /** Part of a wait by which it may be longer, so that feeds added together drift apart. */
  jitter: 0.1,
  /** Days that the usual interval between articles is taken from: two whole weeks, weekends included. */
  countedDays: 14,
  /** Articles below which nothing is "usual" yet. */
  leastForUsual: 3,
  /** A source is quiet after so many of its usual intervals without an article … */
  quietIntervals: 3,
  /** … but not before half a day: nearly all fall silent at night. */
  leastQuietMs: 12 * HOUR_MS,
  /** Empty answers after which a source counts as empty; a single one is often a fault of a moment. */
  emptyAnswers: 2,
} as const;
