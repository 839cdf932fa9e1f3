import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPause, planRequests } from '../../../../src/discord/rest/budget/plan-requests.ts';

const NOON = Date.parse('2024-03-14T12:00:00.000Z');

/** When requests are sent that are asked for at these instants, a number at each. */
function sendAll(asked: readonly (readonly [afterMs: number, count: number])[]): number[] {
  let freeAt: number | undefined;
  let now = NOON;
  return asked.flatMap(([afterMs, count]) => {
    now += afterMs;
    const plan = planRequests(freeAt, now, count);
    freeAt = plan.freeAt;
    return plan.waitsMs.map((waitMs) => now + waitMs);
  });
}

describe('requests', () => {
  it('are sent at once if there are few of them', () => {
    expect(planRequests(undefined, NOON, 3).waitsMs).toEqual([0, 0, 0]);
  });

  it('are fewer than 50 in any second, whenever processes ask', () => {
    const asked = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 1, max: 60 })),
    );
    fc.assert(
      fc.property(asked, (given) => {
        const sent = sendAll(given);
        for (const from of sent) {
          expect(sent.filter((at) => at >= from && at < from + 1000).length).toBeLessThan(50);
        }
      }),
    );
  });

  it('keep their order', () => {
    const sent = sendAll([
      [0, 20],
      [100, 20],
      [5000, 1],
    ]);
    expect(sent).toEqual(sent.toSorted((a, b) => a - b));
  });

  it('of 10,000 digests at one minute take less than 1.1 times what Discord allows', () => {
    const sent = sendAll(Array.from({ length: 1000 }, () => [0, 10] as const));
    expect((sent.at(-1)! - NOON) / 1000).toBeLessThan(1.1 * (10_000 / 50));
  });
});

describe('a process whose clock is far ahead', () => {
  const HOUR_MS = 3_600_000;

  it('keeps no other one from sending', () => {
    const { freeAt } = planRequests(undefined, NOON + HOUR_MS, 3);
    const plan = planRequests(freeAt, NOON, 4);
    expect(plan).toEqual(planRequests(undefined, NOON, 4));
    expect(planPause(freeAt, NOON, 1000)).toBe(planPause(undefined, NOON, 1000));
  });

  it('is no reason to take a long pause for one', () => {
    const paused = planPause(undefined, NOON, HOUR_MS);
    expect(planRequests(paused, NOON, 1).waitsMs[0]).toBeGreaterThan(9 * 60_000);
  });
});

describe('a pause', () => {
  it('holds back all requests, also those of a process that is ahead', () => {
    const paused = planPause(planRequests(undefined, NOON, 2).freeAt, NOON, 4000);
    expect(planRequests(paused, NOON, 1).waitsMs[0]).toBeCloseTo(4000);
    expect(planRequests(paused, NOON + 1000, 1).waitsMs[0]).toBeCloseTo(3000);
  });

  it('never shortens the wait', () => {
    const { freeAt } = planRequests(undefined, NOON, 1000);
    expect(planPause(freeAt, NOON, 1000)).toBe(freeAt);
  });
});
