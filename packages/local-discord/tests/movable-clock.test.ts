import { describe, expect, it } from 'vitest';
import { createMovableClock, movingLimits } from '../movable-clock.ts';

const START = Date.parse('2024-03-14T07:58:30Z');
const MINUTE_MS = 60_000;

/** A clock over one that stands still, and the times of day at which it stopped. */
function createStanding() {
  const clock = createMovableClock(() => START);
  const stops: string[] = [];
  clock.onStep(() => {
    stops.push(new Date(clock.now()).toISOString().slice(11, 19));
    return Promise.resolve();
  });
  return { clock, stops };
}

describe('a clock that can be moved', () => {
  it('goes with the one below it', () => {
    let now = START;
    const clock = createMovableClock(() => now);
    now += 5;
    expect(clock.now()).toBe(START + 5);
  });

  it('stops at every full minute on its way, and at the end', async () => {
    const { clock, stops } = createStanding();
    expect(await clock.advance(3 * MINUTE_MS)).toBe(START + 3 * MINUTE_MS);
    expect(clock.aheadMs()).toBe(3 * MINUTE_MS);
    expect([...new Set(stops)]).toEqual(['07:59:00', '08:00:00', '08:01:00', '08:01:30']);
  });

  it('waits at each stop, and calls once more for who was busy at the last', async () => {
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

  it('goes on where somebody fails at what was due', async () => {
    const { clock, stops } = createStanding();
    clock.onStep(() => Promise.reject(new Error('not today')));
    await clock.advance(MINUTE_MS);
    expect(stops).toContain('07:59:30');
  });

  it('moves by one wish after the other, and says when it is through', async () => {
    const { clock, stops } = createStanding();
    void clock.advance(MINUTE_MS);
    void clock.advance(MINUTE_MS);
    await clock.settled();
    expect(clock.now()).toBe(START + 2 * MINUTE_MS);
    expect(stops).toEqual(stops.toSorted());
  });

  it('tells those who watch where it has come to', async () => {
    const { clock } = createStanding();
    const told: number[] = [];
    const end = clock.onMove((now) => told.push(now));
    await clock.advance(MINUTE_MS);
    expect(told.at(-1)).toBe(START + MINUTE_MS);
    end();
    const before = told.length;
    await clock.advance(MINUTE_MS);
    expect(told).toHaveLength(before);
  });

  it('stays where it is when it was stopped on its way', async () => {
    const { clock } = createStanding();
    clock.onStep(() => {
      clock.stop();
      return Promise.resolve();
    });
    expect(await clock.advance(movingLimits.mostMs)).toBe(START + MINUTE_MS / 2);
  });
});
