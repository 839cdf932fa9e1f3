import { describe, expect, it } from 'vitest';
import { progressOf, readClock, untilFullHour } from '../../../page/state/page-clock.ts';

describe('the page’s clock', () => {
  it('runs on from the last reading', () => {
    expect(readClock({ now: 1_000, readAt: 50 }, 80)).toBe(1_030);
  });

  it.each([
    { at: '2026-03-01T12:15:30.250Z', zone: 'UTC', full: '2026-03-01T13:00:00.000Z' },
    { at: '2026-03-01T12:15:30.250Z', zone: 'Asia/Kolkata', full: '2026-03-01T12:30:00.000Z' },
    { at: '2026-03-01T12:00:00.000Z', zone: 'UTC', full: '2026-03-01T13:00:00.000Z' },
  ])('finds the full hour after $at in $zone', ({ at, zone, full }) => {
    const now = Date.parse(at);
    expect(new Date(now + untilFullHour(now, zone)).toISOString()).toBe(full);
  });

  it('tells the progress of a move', () => {
    const move = { from: 100, to: 200, isOver: false };
    expect([50, 150, 300].map((now) => progressOf(move, now))).toEqual([0, 0.5, 1]);
    expect(progressOf({ ...move, isOver: true }, 100)).toBe(1);
  });
});
