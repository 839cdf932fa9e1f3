import type { FetchFailure } from '../../web/request/fetch-failure.ts';
import type { Source } from './source.ts';

/** The failures of a round of polls that are logged. */
export interface RoundFailures {
  /** Sources to name one by one. */
  readonly named: readonly Source[];
  /** How many could not be reached at all, which is likely the network's fault. */
  readonly unreachable: number;
}

/** Below this many, each is named. */
const LEAST_TOGETHER = 4;

/**
 * Selects what a log says of a round: sources that fail since this round, or fail in another way. If
 * most of those that were polled cannot be reached, only their number.
 */
export function selectFailures(
  polled: readonly { readonly before: Source; readonly after: Source }[],
): RoundFailures {
  const fresh = polled
    .filter(({ before, after }) => isNews(before, after))
    .map(({ after }) => after);
  const unreachable = countUnreachable(fresh, polled.length);
  if (unreachable === 0) return { named: fresh, unreachable };
  return { named: fresh.filter((source) => !isUnreachable(source)), unreachable };
}

/** How many sources cannot be reached, if they are several and most of all; else 0. */
export function countUnreachable(sources: readonly Source[], all = sources.length): number {
  const count = sources.filter(isUnreachable).length;
  return count >= LEAST_TOGETHER && count * 2 > all ? count : 0;
}

function isUnreachable({ state }: Source): boolean {
  return UNREACHABLE.has(state.failures?.reason ?? '');
}

function isNews(before: Source, after: Source): boolean {
  if (after.paused !== undefined && before.paused?.reason !== after.paused.reason) return true;
  const { failures } = after.state;
  return failures !== undefined && failures.reason !== before.state.failures?.reason;
}

const UNREACHABLE: ReadonlySet<string> = new Set([
  'no-such-host',
  'dns-failed',
  'no-connection',
  'connect-timeout',
] satisfies FetchFailure[]);
