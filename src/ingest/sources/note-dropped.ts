import { POLL_TUNING } from './poll-tuning.ts';
import type { DroppedEntry, Source } from './source.ts';

/** The source with what gave no article of late, so that it can be asked for; the latest come first. */
export function noteDropped(source: Source, dropped: readonly DroppedEntry[]): Source {
  if (dropped.length === 0) return source;
  const all = [...dropped, ...(source.state.dropped ?? [])].slice(0, POLL_TUNING.droppedKept);
  return { ...source, state: { ...source.state, dropped: all } };
}
