import { nextKey, type DeedParts } from './do-deed.ts';
import { readClock } from '../state/page-clock.ts';

/** Moves the local Discord's clock forward. Events report its progress. */
export async function moveClock(
  { store, api }: Pick<DeedParts, 'store' | 'api'>,
  advanceMs: number,
  monotonic: () => number,
): Promise<void> {
  const { clock, move, channelId } = store.state;
  if (!clock || (move && !move.isOver)) return;
  const from = readClock(clock, monotonic());
  const underWay = { from, to: from + advanceMs, isOver: false };
  store.apply({ is: 'move', move: underWay });
  try {
    const { now } = await api.moveClock(advanceMs);
    store.apply({ is: 'clock', now, readAt: monotonic() });
    store.apply({ is: 'move', move: { from, to: now, isOver: true } });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    store.apply({ is: 'move', move: undefined });
    const text = 'The clock could not be moved.';
    store.apply({ is: 'noticed', notice: { key: nextKey(), channelId, text, reason } });
  }
}
