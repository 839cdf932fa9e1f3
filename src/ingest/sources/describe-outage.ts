import { countUnreachable } from './select-failures.ts';
import type { Source } from './source.ts';

/**
 * Says that most sources cannot be reached, which is the network's fault and not theirs. Undefined if that is not so.
 */
export function describeOutage(sources: readonly Source[]): string | undefined {
  const polled = sources.filter(({ paused, state }) => !paused && state.lastPollAt !== undefined);
  const unreachable = countUnreachable(polled);
  if (unreachable === 0) return undefined;
  return `${unreachable} of ${polled.length} sources could not be reached: is there no network?`;
}
