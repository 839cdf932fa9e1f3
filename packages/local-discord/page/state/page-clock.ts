/** What the local Discord's clock showed, and when that was read by one that only runs. */
export interface ClockReading {
  readonly now: number;
  readonly readAt: number;
}

/** A move of the clock that is under way, or was the last. */
export interface ClockMove {
  readonly from: number;
  readonly to: number;
  readonly isOver: boolean;
}

const HOUR_MS = 3_600_000;

/** The local Discord's time at a moment after the reading. */
export function readClock(reading: ClockReading, at: number): number {
  return reading.now + Math.max(0, at - reading.readAt);
}

/** How much of a move is behind us, from 0 to 1. */
export function progressOf(move: ClockMove, now: number): number {
  if (move.isOver || move.to <= move.from) return 1;
  return Math.min(1, Math.max(0, (now - move.from) / (move.to - move.from)));
}

/** Milliseconds until the hour is next full by the clocks of a zone, whose hours may begin at :30 of ours. */
export function untilFullHour(now: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, minute: 'numeric' });
  const minutes = Number(parts.format(now));
  return HOUR_MS - minutes * 60_000 - (now % 60_000);
}
