import type { Source } from './source.ts';

/** How many sources were polled, and how many of those answered their last poll. */
export interface PolledCounts {
  readonly total: number;
  readonly answered: number;
}

/** Counts sources that were polled. Those that a manager paused do not count. */
export function countAnswering(sources: Iterable<Source>): PolledCounts {
  const polled = [...sources].filter(
    ({ paused, state }) => paused?.reason !== 'by-manager' && state.lastPollAt !== undefined,
  );
  const answered = polled.filter(
    ({ paused, state }) => paused === undefined && state.failures === undefined,
  );
  return { total: polled.length, answered: answered.length };
}
