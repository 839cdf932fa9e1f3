const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Numbers that decide when a source is polled and how its health is described. */
export const POLL_TUNING = {
  /** The wait after the first failure; each further one doubles it. */
  firstBackoffMs: 5 * MINUTE_MS,
  mostBackoffMs: 12 * HOUR_MS,
  /** A feed that could not be read for this long is paused. */
  pauseAfterMs: 7 * DAY_MS,
  /** Longer waits that a server asks for (Retry-After, ttl) are more likely mistakes. */
  mostAskedMs: DAY_MS,
  /** Part of a wait by which it may be longer, so that feeds added together drift apart. */
  jitter: 0.1,
  /** Days that the usual interval between articles is taken from: two whole weeks, weekends included. */
  countedDays: 14,
  /** Articles below which nothing is "usual" yet. */
  leastForUsual: 3,
  /** A source is quiet after this many of its usual intervals without an article … */
  quietIntervals: 3,
  /** … but not before half a day, because nearly all are silent at night. */
  leastQuietMs: 12 * HOUR_MS,
  /** Feeds that are read at once. The fetcher spaces what goes to one host. */
  sourcesAtOnce: 8,
  /** Pages of one feed's entries that are read at once. */
  pagesAtOnce: 2,
  /** Pages that one poll reads; of more, the others wait for the next polls. */
  pagesAPoll: 20,
  /** How often the page of an entry is tried before the entry is dropped. */
  pageAttempts: 3,
  /** Entries of one feed that may wait for their pages. */
  mostPending: 200,
  /** How many entries without an article a source remembers. */
  droppedKept: 10,
  /** A claim older than this was left by a process that died. */
  claimLastsMs: 30 * MINUTE_MS,
  /** The clocks of two processes differ by less; a poll further ahead was made by a clock set back since. */
  clockSkewMs: 5 * MINUTE_MS,
  /** Empty responses after which a source counts as empty. A single one is often a passing fault. */
  emptyAnswers: 2,
} as const;
