import { LRUCache } from 'lru-cache';
import robotsParser from 'robots-parser';
import { runInSlices } from '../../slices.ts';
import { FetchFault, type FetchFailure } from '../request/fetch-failure.ts';
import type { FetchLimits } from '../request/fetch-limits.ts';
import type { Fetched } from '../request/follow-redirects.ts';
import { selectRobotsRules } from './select-robots-rules.ts';
import { AGENT_NAME } from '../request/user-agent.ts';

// The package is CommonJS but its types are written for ESM: the default export is the module itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;
type Rules = ReturnType<typeof parseRobots>;

interface Entry {
  /** Absent if the host has no robots.txt, or none that can ever be read: everything is allowed. */
  readonly rules?: Rules;
  /** Set if its robots.txt answered with a server error: nothing is allowed. */
  readonly isUnreachable?: true;
  /** How much the rules weigh in memory. */
  readonly chars: number;
  /** When it is read again, in milliseconds since 1970. */
  readonly until: number;
}

/** Fetches a robots.txt without checking any other robots.txt. Throws FetchFaults. */
export type FetchRobots = (url: string) => Promise<Fetched>;

/** The dependencies of reading robots.txt files. */
export interface RobotsOptions {
  readonly limits: FetchLimits;
  readonly now: () => Date;
}

/**
 * Knows what the robots.txt of each origin allows, by RFC 9309. It is read through the same client as
 * everything else and cached for a day. A 4xx, or too many redirects, allows everything. A server error
 * forbids everything for some minutes, unless there is an older copy. If the host cannot be reached, the
 * page fails for the same reason.
 */
export class Robots {
  readonly #entries: LRUCache<string, Entry>;
  readonly #reading = new Map<string, Promise<Entry>>();
  readonly #options: RobotsOptions;

  constructor(options: RobotsOptions) {
    const { maxHostsHeld, maxRobotsHeldChars } = options.limits;
    this.#entries = new LRUCache({
      max: maxHostsHeld,
      maxSize: maxRobotsHeldChars,
      sizeCalculation: ({ chars }) => chars || 1,
    });
    this.#options = options;
  }

  /** Throws a FetchFault if a page must not be read. Resolves to the crawl delay in milliseconds. */
  async check(url: URL, fetch: FetchRobots): Promise<number> {
    const { rules, isUnreachable } = await this.#entryOf(url.origin, fetch);
    if (isUnreachable) throw new FetchFault('robots-unreachable', { host: url.hostname });
    if (rules === undefined) return 0;
    if (rules.isAllowed(url.href) === false) {
      throw new FetchFault('robots-disallowed', { host: url.hostname });
    }
    const delayMs = (rules.getCrawlDelay() ?? 0) * 1000;
    return Math.max(0, Math.min(delayMs, this.#options.limits.maxCrawlDelayMs));
  }

  async #entryOf(origin: string, fetch: FetchRobots): Promise<Entry> {
    const known = this.#entries.get(origin);
    if (known && known.until > this.#options.now().getTime()) return known;
    const reading = this.#reading.get(origin) ?? this.#read(origin, fetch, known);
    this.#reading.set(origin, reading);
    try {
      return await reading;
    } finally {
      this.#reading.delete(origin);
    }
  }

  async #read(origin: string, fetch: FetchRobots, older?: Entry): Promise<Entry> {
    const entry = await this.#readEntry(`${origin}/robots.txt`, fetch, older);
    this.#entries.set(origin, entry);
    return entry;
  }

  async #readEntry(url: string, fetch: FetchRobots, older?: Entry): Promise<Entry> {
    const { limits, now } = this.#options;
    try {
      const fetched = await fetch(url);
      const until = now().getTime() + limits.robotsFreshMs;
      if (fetched.kind !== 'document') return { chars: 0, until };
      const text = new TextDecoder().decode(fetched.bytes);
      const selected = await runInSlices(selectRobotsRules(text, AGENT_NAME, limits));
      return { rules: parseRobots(url, selected), chars: selected.length, until };
    } catch (error) {
      if (!(error instanceof FetchFault)) throw error;
      const time = now().getTime();
      if (ALLOWING.has(error.reason)) return { chars: 0, until: time + limits.robotsFreshMs };
      if (error.reason !== 'server-error') throw error;
      const until = time + limits.robotsRetryMs;
      return older?.rules ? { ...older, until } : { isUnreachable: true, chars: 0, until };
    }
  }
}

/** Failures that mean that there is no robots.txt: 4xx, and redirects that lead nowhere. They allow everything. */
const ALLOWING: ReadonlySet<FetchFailure> = new Set([
  'not-found',
  'forbidden',
  'http-status',
  'too-many-redirects',
  'redirect-loop',
  'bad-redirect',
]);
