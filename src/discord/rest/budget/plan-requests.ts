/**
 * The next instant at which a request is free, if requests are spread evenly (milliseconds). It is the whole state of
 * the budget, which all processes share.
 */
export type FreeAt = number;

/** When each of some requests may be sent, and the state after them. */
interface RequestPlan {
  readonly freeAt: FreeAt;
  /** Milliseconds from `now`, one for each request, in their order. */
  readonly waitsMs: readonly number[];
}

/**
 * Discord allows a bot 50 requests a second. A burst and the steady rate together are 49 in any second; one is left for
 * requests that are a little late.
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
const BUDGET = { perSecond: 46, burst: 3 } as const;

const STEP_MS = 1000 / BUDGET.perSecond;

/**
 * What waits is never planned so far ahead. An instant beyond this comes from a process whose clock is ahead of this
 * one's, and would keep this one from sending anything for as long.
 */
const MOST_AHEAD_MS = 10 * 60_000;

/**
 * Plans `count` requests by the generic cell rate algorithm (ITU-T I.371): each takes one step of the steady rate, and
 * may be sent up to a burst before its turn.
 */
export function planRequests(freeAt: FreeAt | undefined, now: number, count: number): RequestPlan {
  const early = (BUDGET.burst - 1) * STEP_MS;
  let next = startFrom(freeAt, now);
  const waitsMs: number[] = [];
  for (let request = 0; request < count; request += 1) {
    waitsMs.push(Math.max(0, next - early - now));
    next += STEP_MS;
  }
  return { freeAt: next, waitsMs };
}

/** The state after Discord refused a request for all: nothing more is sent until `pauseMs` from now, or ten minutes. */
export function planPause(freeAt: FreeAt | undefined, now: number, pauseMs: number): FreeAt {
  const early = (BUDGET.burst - 1) * STEP_MS;
  return Math.max(startFrom(freeAt, now), now + Math.min(pauseMs + early, MOST_AHEAD_MS));
}

function startFrom(freeAt: FreeAt | undefined, now: number): FreeAt {
  return freeAt === undefined || freeAt > now + MOST_AHEAD_MS ? now : Math.max(freeAt, now);
}
