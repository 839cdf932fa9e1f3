/** The two queues: requests that a person waits for, and the others. */
export type Lane = 'urgent' | 'ordinary';

/** The state of a host's queue. */
export interface HostLoad {
  readonly host: string;
  /** Requests in progress. */
  readonly active: number;
  /** When the next may start, in milliseconds since 1970. */
  readonly freeAt: number;
  /** How many requests wait in each lane. */
  readonly waiting: Readonly<Record<Lane, number>>;
}

/** How many requests may run at a time. */
export interface StartLimits {
  readonly maxConcurrent: number;
  readonly maxUrgent: number;
  readonly maxPerHost: number;
}

/** What to do next: start a host's request, plan again after a time, or wait until a request ends. */
export type StartPlan =
  | { readonly kind: 'start'; readonly host: string; readonly lane: Lane }
  | { readonly kind: 'wait'; readonly waitMs: number }
  | { readonly kind: 'idle' };

/**
 * Decides which request starts next. Hosts take turns in the given order; after its turn, a host goes to
 * the end, so that a host with a hundred links delays no other. Urgent requests go first and may exceed
 * the usual number of requests, but no host gets requests more often because of them.
 */
export function planStart(
  loads: Iterable<HostLoad>,
  active: number,
  now: number,
  limits: StartLimits,
): StartPlan {
  let ordinary: string | undefined;
  let waitMs = Number.POSITIVE_INFINITY;
  for (const { host, active: own, freeAt, waiting } of loads) {
    if (own >= limits.maxPerHost) continue;
    const isUrgent = waiting.urgent > 0 && active < limits.maxConcurrent + limits.maxUrgent;
    const isOrdinary = waiting.ordinary > 0 && active < limits.maxConcurrent;
    if (!isUrgent && !isOrdinary) continue;
    if (freeAt > now) waitMs = Math.min(waitMs, freeAt - now);
    else if (isUrgent) return { kind: 'start', host, lane: 'urgent' };
    else ordinary ??= host;
  }
  if (ordinary !== undefined) return { kind: 'start', host: ordinary, lane: 'ordinary' };
  return Number.isFinite(waitMs) ? { kind: 'wait', waitMs } : { kind: 'idle' };
}
