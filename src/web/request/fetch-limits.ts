/** Sizes, times and numbers at which fetching refuses, waits or gives up. */
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

/** The limits that hold unless a caller (a test, a slow network) says otherwise. */
export const FETCH_LIMITS = {
  /** Longest link in characters: what browsers and servers agree on; Discord's own messages hold 2,000. */
  maxLinkChars: 2048,
  /** Hops after the first address. http → https → www → a new path is three; RFC 9309 asks for five. */
  maxRedirects: 5,
  /** For name, connection and TLS together. A healthy host takes below one second from anywhere. */
  connectTimeoutMs: 10_000,
  /** From the request to the end of the headers: pages that are put together on demand take seconds. */
  headersTimeoutMs: 10_000,
  /** Between two pieces of a body. */
  idleTimeoutMs: 10_000,
  /** For a document with all its redirects, waiting for a turn not counted: ends one byte a second. */
  totalTimeoutMs: 30_000,
  /** Security policies and cookies of large sites pass Node's 16 KiB now and then. */
  maxHeaderBytes: 32_768,
  /** A body as it comes over the wire. The largest news feeds have some 5 MB. */
  maxWireBytes: 10 * 1024 * 1024,
  /** A body after decompression; with `maxConcurrent` this bounds what all bodies together hold. */
  maxBytes: 10 * 1024 * 1024,
  /** Requests at once: 12 of half a second each read 500 feeds in under half a minute. */
  maxConcurrent: 12,
  /** Places beyond these for requests that a person waits for, so that no poll is in their way. */
  maxUrgent: 4,
  /** Requests at once to one host. */
  maxPerHost: 2,
  /** Between the starts of two requests to one host: slower than a reader who opens tabs. */
  hostSpacingMs: 500,
  /** The longest crawl delay of a robots.txt that is kept; some ask for minutes out of habit. */
  maxCrawlDelayMs: 10_000,
  /** Requests that may wait for their turn in a lane, over all hosts; more are refused, not held. */
  maxWaiting: 5000,
  /** How long a host is left alone that says "too many requests" and not until when. */
  pauseMs: 60_000,
  /** The longest that a host may ask to be left alone. */
  maxPauseMs: 24 * 3600 * 1000,
  /** RFC 9309: at least 500 KiB of a robots.txt are read; the rest is cut off. */
  maxRobotsBytes: 512_000,
  /** Rules for us in one robots.txt; the rest is cut off. Matching 2,000 takes some 12 ms. */
  maxRobotsRules: 2000,
  /** Wildcards of one robots.txt that are matched: each costs time in proportion to the path. */
  maxRobotsWildcards: 500,
  /** RFC 9309: a robots.txt should not be used for longer than a day. */
  robotsFreshMs: 24 * 3600 * 1000,
  /** How long a host is left alone whose robots.txt answers with a server error. */
  robotsRetryMs: 5 * 60_000,
  /** Characters of robots rules held over all hosts. */
  maxRobotsHeldChars: 8_000_000,
  /** Hosts whose robots rules and pauses are held. */
  maxHostsHeld: 5000,
} as const satisfies FetchLimits;
