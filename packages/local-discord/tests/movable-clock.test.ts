import { describe, expect, it } from 'vitest';
import { createMovableClock, movingLimits } from '../movable-clock.ts';

const START = Date.parse('2024-03-14T07:58:30Z');
const MINUTE_MS = 60_000;

/** Creates a clock that follows a stopped one, and lists the times of day at which it stops. */
function createOverStopped() {
  const clock = createMovableClock(() => START);
  const stops: string[] = [];
  clock.onStep(() => {
    stops.push(new Date(clock.now()).toISOString().slice(11, 19));
    return Promise.resolve();
  });
  return { clock, stops };
}

describe('a clock that can be moved', () => {
  it('follows the clock below it', () => {
    let now = START;
    const clock = createMovableClock(() => now);
    now += 5;
    expect(clock.now()).toBe(START + 5);
  });

  it('stops at every full minute on its way, and at the end', async () => {
    const { clock, stops } = createOverStopped();
    expect(await clock.advance(3 * MINUTE_MS)).toBe(START + 3 * MINUTE_MS);
    expect(clock.aheadMs()).toBe(3 * MINUTE_MS);
    expect([...new Set(stops)]).toEqual(['07:59:00', '08:00:00', '08:01:00', '08:01:30']);
  });

  it('waits at each stop, and calls the work once more at the end', async () => {
    const clock = createMovableClock(() => START);
    const begun: number[] = [];
    let busy = false;
    clock.onStep(async () => {
      expect(busy).toBe(false);
      busy = true;
      begun.push(clock.now());
      await new Promise((resolve) => setTimeout(resolve, 1));
      busy = false;
    });
    await clock.advance(2 * MINUTE_MS);
    expect(begun.slice(-2)).toEqual([START + 2 * MINUTE_MS, START + 2 * MINUTE_MS]);
  });

  it('moves on if the work fails', async () => {
    const { clock, stops } = createOverStopped();
    clock.onStep(() => Promise.reject(new Error('not today')));
    await clock.advance(MINUTE_MS);
    expect(stops).toContain('07:59:30');
  });

  it('makes one move after the other, and tells when all are done', async () => {
    const { clock, stops } = createOverStopped();
    void clock.advance(MINUTE_MS);
    void clock.advance(MINUTE_MS);
    await clock.settled();
    expect(clock.now()).toBe(START + 2 * MINUTE_MS);
    expect(stops).toEqual(stops.toSorted());
  });

  it('notifies its listeners of the time during a move', async () => {
    const { clock } = createOverStopped();
    const times: number[] = [];
    const end = clock.onMove((now) => times.push(now));
    await clock.advance(MINUTE_MS);
    expect(times.at(-1)).toBe(START + MINUTE_MS);
    end();
    const before = times.length;
    await clock.advance(MINUTE_MS);
    expect(times).toHaveLength(before);
  });

  it('stays at its time if it is stopped during a move', async () => {
    const { clock } = createOverStopped();
    clock.onStep(() => {
      clock.stop();
      return Promise.resolve();
    });
    expect(await clock.advance(movingLimits.maxAdvanceMs)).toBe(START + MINUTE_MS / 2);
  });
});
