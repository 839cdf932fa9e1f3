/** A reading of the local Discord's clock, and when it was taken by a monotonic clock, in ms. */
export interface ClockReading {
  readonly now: number;
  readonly readAt: number;
}

/** The current or last move of the clock, in ms since 1970. */
export interface ClockMove {
  readonly from: number;
  readonly to: number;
  readonly isOver: boolean;
}

const HOUR_MS = 3_600_000;

/** Returns the local Discord's time at an instant of the monotonic clock. */
export function readClock(reading: ClockReading, at: number): number {
  return reading.now + Math.max(0, at - reading.readAt);
}

/** Returns how far a move has come, from 0 to 1. */
export function progressOf(move: ClockMove, now: number): number {
  if (move.isOver || move.to <= move.from) return 1;
  return Math.min(1, Math.max(0, (now - move.from) / (move.to - move.from)));
}

/**
 * Returns the ms until the next full hour in a time zone. Zones may differ from UTC by half an
 * hour.
 */
export function untilFullHour(now: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, minute: 'numeric' });
  const minutes = Number(parts.format(now));
  return HOUR_MS - minutes * 60_000 - (now % 60_000);
}
