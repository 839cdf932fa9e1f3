import { POLL_TUNING } from './poll-tuning.ts';
import { countArticles, usualIntervalMs } from './publishing-rate.ts';
import { nameSource, type Source, type SourcePause, type SourceState } from './source.ts';

/** The outcome of reading a feed. All kinds but `read` have the shape of the fetcher's outcome. */
export type PollOutcome =
  | {
      readonly kind: 'read';
      /** The feed's title, for a source that nobody named. */
      readonly name?: string;
      readonly entryCount: number;
      /** Dates of the entries that are new, one each; its first contact counts all that it has. */
      readonly newDates: readonly string[];
      readonly etag?: string;
      readonly lastModified?: string;
      readonly contentHash?: string;
      readonly permanentUrl?: string;
      readonly ttlMinutes?: number;
      readonly maxAgeMs?: number;
    }
  | { readonly kind: 'unchanged'; readonly maxAgeMs?: number }
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly message: string;
      readonly retryAfterMs?: number;
    };

/** The host's bounds of the time between two polls of a healthy feed. */
interface PollBounds {
  readonly leastMs: number;
  readonly mostMs: number;
}

/** When a poll ended, the host's bounds, and a random number from 0 to 1. */
export interface PollMoment {
  readonly now: Date;
  readonly random: number;
  readonly bounds: PollBounds;
}

/** The source after a poll: what is known of it now, when it is due next, and whether it is paused. */
export function planNextPoll(source: Source, outcome: PollOutcome, moment: PollMoment): Source {
  const { now } = moment;
  switch (outcome.kind) {
    case 'read':
      return planAfterReading(source, outcome, moment);
    case 'unchanged': {
      const { emptyAnswers } = source.state;
      const state = succeed(source.state, now);
      // An empty feed that has not changed counts as empty once more.
      const counted = { ...state, emptyAnswers: emptyAnswers > 0 ? emptyAnswers + 1 : 0 };
      return { ...source, state: planSuccess(counted, outcome, moment) };
    }
    case 'gone':
      return pauseBecause(
        'gone',
        { ...source, state: { ...source.state, lastPollAt: iso(now) } },
        now,
      );
    case 'failed':
      return planAfterFailure(source, outcome, moment);
    default:
      return outcome satisfies never;
  }
}

/** Resumes a source: it is due at once, and earlier failures no longer count. */
export function resumeSource({ paused: _paused, ...source }: Source, now: Date): Source {
  const { failures: _failures, ...state } = source.state;
  return { ...source, state: { ...state, nextPollAt: iso(now) } };
}

/** Pauses a source for a manager. A source that is paused already stays as it is. */
export function pauseSource(source: Source, now: Date): Source {
  return source.paused ? source : { ...source, paused: { at: iso(now), reason: 'by-manager' } };
}

/** Marks that the channels which depend on a source have been told of its pause. */
export function markTold(source: Source): Source {
  if (!source.paused?.untold) return source;
  const { untold: _untold, ...paused } = source.paused;
  return { ...source, paused };
}

function planAfterReading(
  source: Source,
  read: Extract<PollOutcome, { kind: 'read' }>,
  moment: PollMoment,
): Source {
  const { now } = moment;
  const { etag: _etag, lastModified: _modified, contentHash: _hash, ...before } = source.state;
  const { etag, lastModified, contentHash, permanentUrl, newDates, entryCount } = read;
  const state: SourceState = {
    ...succeed(before, now),
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(contentHash !== undefined && { contentHash }),
    ...(permanentUrl !== undefined && { movedTo: permanentUrl }),
    ...(newDates.length > 0 && { lastNewAt: findNewest(newDates, before.lastNewAt, now) }),
    recentCounts: countArticles(before.recentCounts, newDates, now),
    emptyAnswers: entryCount === 0 ? before.emptyAnswers + 1 : 0,
  };
  return { ...nameSource(source, read.name), state: planSuccess(state, read, moment) };
}

/** The first contact finds articles of last week: those say when there was news, the poll does not. */
function findNewest(dates: readonly string[], before: string | undefined, now: Date): string {
  const times = [...dates, before ?? ''].map((date) => Date.parse(date));
  const known = times.filter((ms) => !Number.isNaN(ms));
  return iso(new Date(Math.min(known.length > 0 ? Math.max(...known) : Infinity, now.getTime())));
}

function succeed({ failures: _failures, ...state }: SourceState, now: Date): SourceState {
  return { ...state, lastPollAt: iso(now), lastSuccessAt: iso(now) };
}

/**
 * Waits for about one new article, within the host's bounds. Caches may lengthen that up to the upper
 * bound; what the publisher writes into the feed itself counts beyond it.
 */
function planSuccess(
  state: SourceState,
  asked: { readonly ttlMinutes?: number; readonly maxAgeMs?: number },
  { now, random, bounds }: PollMoment,
): SourceState {
  const { leastMs, mostMs } = bounds;
  const wished = Math.max(usualIntervalMs(state) ?? mostMs, asked.maxAgeMs ?? 0);
  const bounded = addJitter(Math.max(leastMs, wished), random);
  const ttlMs = Math.min((asked.ttlMinutes ?? 0) * 60_000, POLL_TUNING.mostAskedMs);
  return { ...state, nextPollAt: after(now, Math.max(Math.min(bounded, mostMs), ttlMs)) };
}

function planAfterFailure(
  source: Source,
  { reason, message, retryAfterMs = 0 }: Extract<PollOutcome, { kind: 'failed' }>,
  { now, random }: PollMoment,
): Source {
  const earlier = source.state.failures;
  const count = (earlier?.count ?? 0) + 1;
  const since = earlier?.since ?? iso(now);
  const backoffMs = addJitter(POLL_TUNING.firstBackoffMs * 2 ** (count - 1), random);
  const waitMs = Math.max(
    Math.min(backoffMs, POLL_TUNING.mostBackoffMs),
    Math.min(retryAfterMs, POLL_TUNING.mostAskedMs),
  );
  const state: SourceState = {
    ...source.state,
    lastPollAt: iso(now),
    failures: { count, since, reason, message },
    nextPollAt: after(now, waitMs),
  };
  const isLost = now.getTime() - Date.parse(since) >= POLL_TUNING.pauseAfterMs;
  return isLost && !source.paused
    ? pauseBecause('failing', { ...source, state }, now)
    : { ...source, state };
}

function pauseBecause(reason: SourcePause['reason'], source: Source, now: Date): Source {
  return { ...source, paused: { at: iso(now), reason, untold: true } };
}

/** Only ever longer, so that a requested wait is never cut short. */
function addJitter(ms: number, random: number): number {
  return ms * (1 + POLL_TUNING.jitter * random);
}

function after(now: Date, ms: number): string {
  return iso(new Date(now.getTime() + Math.round(ms)));
}

function iso(date: Date): string {
  return date.toISOString();
}
