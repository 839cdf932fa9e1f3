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
  const unreachable = fresh.filter(({ state }) => UNREACHABLE.has(state.failures?.reason ?? ''));
  const isNetwork = unreachable.length >= LEAST_TOGETHER && unreachable.length * 2 > polled.length;
  if (!isNetwork) return { named: fresh, unreachable: 0 };
  const others = fresh.filter((source) => !unreachable.includes(source));
  return { named: others, unreachable: unreachable.length };
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
