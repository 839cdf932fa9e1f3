/** How requests wait: those that a person waits for, and the others. */
export type Lane = 'urgent' | 'ordinary';

/** What planning knows of a host. */
export interface HostLoad {
  readonly host: string;
  /** Requests under way. */
  readonly active: number;
  /** When the next may start, in milliseconds since 1970. */
  readonly freeAt: number;
  /** How many wait in each lane. */
  readonly waiting: Readonly<Record<Lane, number>>;
}

/** How many requests may run. */
export interface StartLimits {
  readonly maxConcurrent: number;
  readonly maxUrgent: number;
  readonly maxPerHost: number;
}

/** What to do next: start a host's request, look again after a time, or wait until one ends. */
export type StartPlan =
  | { readonly kind: 'start'; readonly host: string; readonly lane: Lane }
  | { readonly kind: 'wait'; readonly waitMs: number }
  | { readonly kind: 'idle' };

/**
 * Which request starts next. Hosts are asked in the given order, and who has had a turn goes to its
 * end, so that a host with a hundred links keeps none waiting. Urgent requests go first and have
 * some places of their own, but no host is asked more often for them.
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
