import { POLL_TUNING } from './poll-tuning.ts';
import type { DroppedEntry, Source } from './source.ts';

/** Notes entries that yielded no article in their source, newest first, so that people can look them up. */
export function noteDropped(source: Source, dropped: readonly DroppedEntry[]): Source {
  if (dropped.length === 0) return source;
  const all = [...dropped, ...(source.state.dropped ?? [])].slice(0, POLL_TUNING.droppedKept);
  return { ...source, state: { ...source.state, dropped: all } };
}
