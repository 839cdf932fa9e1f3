import { lookup as systemLookup } from 'node:dns';
import { onAbort } from '../abort.ts';
import { createEndpoints } from './guard/allowed-endpoints.ts';
import type { Wanted } from './request/check-type.ts';
import { FetchFault, type FetchFailure } from './request/fetch-failure.ts';
import { FETCH_LIMITS, type FetchLimits } from './request/fetch-limits.ts';
import { followRedirects, type Fetched } from './request/follow-redirects.ts';
import { createGuardedConnect } from './guard/guarded-connect.ts';
import type { LookupAll } from './guard/guarded-lookup.ts';
import { HostPauses } from './hosts/host-pauses.ts';
import { HostQueue } from './hosts/host-queue.ts';
import { Robots } from './hosts/robots.ts';
import { buildUserAgent } from './request/user-agent.ts';

/** The result of fetching a link. `gone` is for good; every failure has a code and a sentence. */
export type FetchOutcome =
  | Fetched
  | {
      readonly kind: 'failed';
      readonly reason: FetchFailure;
      /** What is wrong, for the person who can fix it. */
      readonly message: string;
      /** The HTTP status, if there was a response. */
      readonly status?: number;
      /** How long the host asks to be left alone, at most a day. */
      readonly retryAfterMs?: number;
    };

/** The options of fetching one document. */
interface FetchOptions {
  /** The ETag of the version that the caller has. Makes the request conditional. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** The kind of document: sets the Accept header and refuses images and the like. Default: any. */
  readonly accept?: Wanted;
  /** Whether robots.txt is checked first. Default: only for pages, since a feed is published to be fetched. */
  readonly obeyRobots?: boolean;
  /** Whether a person waits for it, so that it goes before other requests. Default: false. */
  readonly isUrgent?: boolean;
  readonly signal?: AbortSignal;
}

/** Fetches documents from the web. Nothing else does. */
export interface Fetcher {
  /** Fetches any link, however malformed; never rejects. */
  fetch(url: string, options?: FetchOptions): Promise<FetchOutcome>;
  /** Ends all requests and waits for that. No socket or timer is left. */
  close(): Promise<void>;
}

/** The options of a fetcher. */
export interface FetcherOptions {
  /** Where publishers can reach the person who runs this bot. */
  readonly contactUrl?: string;
  /** Addresses and ports to allow besides the public ones; see `createEndpoints`. */
  readonly allowedAddresses?: readonly string[];
  readonly limits?: Partial<FetchLimits>;
  readonly now?: () => Date;
  readonly lookup?: LookupAll;
  /** Certificates to trust in addition to Node's, as PEM. */
  readonly ca?: string;
}

/** Creates the HTTP client for all feeds and pages. */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const limits: FetchLimits = { ...FETCH_LIMITS, ...options.limits };
  const now = options.now ?? (() => new Date());
  const endpoints = createEndpoints(options.allowedAddresses ?? []);
  const queue = new HostQueue(limits, now);
  const pauses = new HostPauses(limits, now);
  const underWay = new Map<AbortController, Promise<unknown>>();
  let isClosed = false;
  const shared = {
    connect: createGuardedConnect({
      endpoints,
      lookup: options.lookup ?? systemLookup,
      timeoutMs: limits.connectTimeoutMs,
      ...(options.ca !== undefined && { ca: options.ca }),
    }),
    userAgent: buildUserAgent(options.contactUrl),
    notePause: pauses.note.bind(pauses),
    limits,
    now,
    endpoints,
    queue,
    pauses,
  };

  /** Does `work` under a signal that aborts with the caller's or when the fetcher is closed. */
  async function track<T>(
    work: (signal: AbortSignal) => Promise<T>,
    outer?: AbortSignal,
  ): Promise<T> {
    if (isClosed) throw new FetchFault('closed');
    const controller = new AbortController();
    const stopListening =
      outer && onAbort(outer, () => controller.abort(new FetchFault('aborted')));
    const working = work(controller.signal);
    underWay.set(controller, working);
    try {
      return await working;
    } finally {
      underWay.delete(controller);
      stopListening?.();
    }
  }

  function createRobots(isUrgent: boolean): (url: string) => Promise<Fetched> {
    const ask = { accept: 'any', maxBytes: limits.maxRobotsBytes, cutsOff: true } as const;
    return (url) => track((signal) => followRedirects(url, ask, { ...shared, isUrgent, signal }));
  }

  const robots = new Robots({ limits, now });

  async function fetch(link: string, asked: FetchOptions): Promise<Fetched> {
    const { accept = 'any', obeyRobots = accept === 'page', isUrgent = false, signal } = asked;
    const { etag, lastModified } = asked;
    const ask = {
      accept,
      maxBytes: limits.maxBytes,
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
    };
    const askRobots = (url: URL) => robots.check(url, createRobots(isUrgent));
    const context = { ...shared, isUrgent, ...(obeyRobots && { askRobots }) };
    return track((ending) => followRedirects(link, ask, { ...context, signal: ending }), signal);
  }

  return {
    fetch: (url, asked = {}) => fetch(url, asked).catch(toFailure),
    async close() {
      isClosed = true;
      queue.close();
      for (const controller of underWay.keys()) controller.abort(new FetchFault('closed'));
      await Promise.allSettled(underWay.values());
    },
  };
}

function toFailure(error: unknown): FetchOutcome {
  const { reason, message, detail } =
    error instanceof FetchFault ? error : new FetchFault('unexpected');
  const { status, retryAfterMs } = detail;
  return {
    kind: 'failed',
    reason,
    message,
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}
