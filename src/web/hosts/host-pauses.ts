import { LRUCache } from 'lru-cache';
import { FetchFault } from '../request/fetch-failure.ts';
import type { FetchLimits } from '../request/fetch-limits.ts';

/** Remembers which hosts asked to be left alone, and until when. */
export class HostPauses {
  readonly #until: LRUCache<string, number>;
  readonly #limits: FetchLimits;
  readonly #now: () => Date;

  constructor(limits: FetchLimits, now: () => Date) {
    this.#until = new LRUCache({ max: limits.maxHostsHeld });
    this.#limits = limits;
    this.#now = now;
  }

  /** Throws while a host is to be left alone. What one link was told holds for the whole host. */
  check(host: string): void {
    const leftMs = (this.#until.get(host) ?? 0) - this.#now().getTime();
    if (leftMs > 0) throw new FetchFault('rate-limited', { host, retryAfterMs: leftMs });
  }

  /**
   * Notes a response. "Too many requests" pauses the host, and so does a 503 with a Retry-After. Returns
   * the pause in milliseconds.
   */
  note(host: string, status: number, retryAfterMs: number | undefined): number | undefined {
    const asked = status === 429 ? (retryAfterMs ?? this.#limits.pauseMs) : retryAfterMs;
    if (asked === undefined) return undefined;
    const pauseMs = Math.min(asked, this.#limits.maxPauseMs);
    if (status === 429 || status === 503) this.#until.set(host, this.#now().getTime() + pauseMs);
    return pauseMs;
  }
}
