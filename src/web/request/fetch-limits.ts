/** Limits at which fetching refuses, waits or gives up. */
export interface FetchLimits {
  readonly maxLinkChars: number;
  readonly maxRedirects: number;
  readonly connectTimeoutMs: number;
  readonly headersTimeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly maxHeaderBytes: number;
  readonly maxWireBytes: number;
  readonly maxBytes: number;
  readonly maxConcurrent: number;
  readonly maxUrgent: number;
  readonly maxPerHost: number;
  readonly hostSpacingMs: number;
  readonly maxCrawlDelayMs: number;
  readonly maxWaiting: number;
  readonly pauseMs: number;
  readonly maxPauseMs: number;
  readonly maxRobotsBytes: number;
  readonly maxRobotsRules: number;
  readonly maxRobotsWildcards: number;
  readonly robotsFreshMs: number;
  readonly robotsRetryMs: number;
  readonly maxRobotsHeldChars: number;
  readonly maxHostsHeld: number;
}

/** The default limits. Tests and slow networks may set others. */
export const FETCH_LIMITS = {
  /** The longest link, in characters, that browsers and servers agree on. A Discord message has at most 2,000. */
  maxLinkChars: 2048,
  /** The most redirects. http → https → www → a new path is three; RFC 9309 asks for five. */
  maxRedirects: 5,
  /** Limits DNS, connection and TLS together. A healthy host takes less than a second from anywhere. */
  connectTimeoutMs: 10_000,
  /** From the request to the end of the headers. Pages that are generated on demand take seconds. */
  headersTimeoutMs: 10_000,
  /** Between two pieces of a body. */
  idleTimeoutMs: 10_000,
  /** Limits a document with all its redirects, without waiting for turns. Ends a server that sends one byte a second. */
  totalTimeoutMs: 30_000,
  /** Security policies and cookies of large sites sometimes exceed Node's 16 KiB. */
  maxHeaderBytes: 32_768,
  /** Limits a body on the wire. The largest news feeds have about 5 MB. */
  maxWireBytes: 10 * 1024 * 1024,
  /** Limits a body after decompression. With `maxConcurrent`, it bounds the memory of all bodies. */
  maxBytes: 10 * 1024 * 1024,
  /** The most requests at a time. 12 of half a second each read 500 feeds in less than half a minute. */
  maxConcurrent: 12,
  /** Extra requests at a time for urgent ones, so that no poll delays them. */
  maxUrgent: 4,
  /** The most requests at a time to one host. */
  maxPerHost: 2,
  /** The time between the starts of two requests to one host: slower than a reader who opens tabs. */
  hostSpacingMs: 500,
  /** The longest crawl delay that is obeyed. Some robots.txt files ask for minutes out of habit. */
  maxCrawlDelayMs: 10_000,
  /** The most requests that may wait in a lane, over all hosts. More are refused. */
  maxWaiting: 5000,
  /** How long a host is left alone after "too many requests" without a Retry-After. */
  pauseMs: 60_000,
  /** The longest that a host may ask to be left alone. */
  maxPauseMs: 24 * 3600 * 1000,
  /** RFC 9309 asks for at least 500 KiB of a robots.txt. The rest is cut off. */
  maxRobotsBytes: 512_000,
  /** The most rules for us in one robots.txt. The rest is cut off. Matching 2,000 takes about 12 ms. */
  maxRobotsRules: 2000,
  /** The most wildcards of one robots.txt. Each costs time in proportion to the path. */
  maxRobotsWildcards: 500,
  /** RFC 9309: a robots.txt should not be used for more than a day. */
  robotsFreshMs: 24 * 3600 * 1000,
  /** How long a host is left alone whose robots.txt answers with a server error. */
  robotsRetryMs: 5 * 60_000,
  /** The most characters of robots rules in memory, over all hosts. */
  maxRobotsHeldChars: 8_000_000,
  /** The most hosts whose robots rules and pauses are in memory. */
  maxHostsHeld: 5000,
} as const satisfies FetchLimits;
