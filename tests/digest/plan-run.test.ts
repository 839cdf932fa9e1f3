import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRun, RUN_LIMITS, type LastSlot } from '../../src/digest/plan-run.ts';
import type { Subscription } from '../../src/digest/subscription.ts';

type SubscriptionState = Subscription['state'];

const HOUR_MS = 3_600_000;
const LIMITS = { ...RUN_LIMITS, graceMs: 3 * HOUR_MS, lateAfterMs: 5 * 60_000 };

interface World {
  cron?: string;
  zone?: string;
  changedAt?: string;
  state?: SubscriptionState;
  last?: string;
  pendingUntil?: string;
}

/** A digest every day at 08:00 in Paris, which in March is 07:00Z, set up long ago. */
function plan(now: string, world: World = {}) {
  const { cron = '0 8 * * *', zone = 'Europe/Paris', changedAt = '2026-01-01T00:00:00Z' } = world;
  const { state = { kind: 'active' } } = world;
  const last: LastSlot | undefined =
    world.last === undefined
      ? undefined
      : {
          slot: new Date(world.last),
          ...(world.pendingUntil === undefined
            ? {}
            : { pendingUntil: new Date(world.pendingUntil) }),
        };
  return planRun({ schedule: { cron, zone }, changedAt, state }, last, new Date(now), LIMITS);
}

const at = (instant: string) => new Date(instant);
const yesterday = { last: '2026-03-09T07:00:00Z' };

describe('a subscription at 08:00 Paris time', () => {
  it('waits for its next slot', () => {
    expect(plan('2026-03-10T06:59:59Z', yesterday)).toEqual({
      kind: 'wait',
      missed: [],
    });
  });

  it('runs when its slot has come', () => {
    expect(plan('2026-03-10T07:00:00Z', yesterday)).toEqual({
      kind: 'run',
      slot: at('2026-03-10T07:00:00Z'),
      late: false,
      missed: [],
    });
  });

  it('runs the same slot only once', () => {
    expect(plan('2026-03-10T07:00:30Z', { last: '2026-03-10T07:00:00Z' })).toEqual({
      kind: 'wait',
      missed: [],
    });
  });

  it('is not late within five minutes, and late after them', () => {
    expect(plan('2026-03-10T07:05:00Z', yesterday)).toMatchObject({ kind: 'run', late: false });
    expect(plan('2026-03-10T07:05:01Z', yesterday)).toMatchObject({ kind: 'run', late: true });
  });
});

describe('after the bot was down, or its machine asleep, over a slot', () => {
  it('catches up within the grace and says that it is late', () => {
    expect(plan('2026-03-10T10:00:00Z', yesterday)).toMatchObject({
      kind: 'run',
      slot: at('2026-03-10T07:00:00Z'),
      late: true,
    });
  });

  it('only records the slot as missed once the grace is over', () => {
    expect(plan('2026-03-10T10:00:01Z', yesterday)).toEqual({
      kind: 'wait',
      missed: [at('2026-03-10T07:00:00Z')],
    });
  });

  it('catches up only the newest slot and records the older ones as missed', () => {
    expect(plan('2026-03-12T08:00:00Z', yesterday)).toEqual({
      kind: 'run',
      slot: at('2026-03-12T07:00:00Z'),
      late: true,
      missed: [at('2026-03-10T07:00:00Z'), at('2026-03-11T07:00:00Z')],
    });
  });

  it('records a bounded number of missed slots after a long time', () => {
    const hourly = plan('2026-03-12T08:30:00Z', {
      cron: '0 * * * *',
      last: '2026-02-01T00:00:00Z',
    });
    expect(hourly).toMatchObject({ kind: 'run', slot: at('2026-03-12T08:00:00Z') });
    expect('missed' in hourly && hourly.missed).toHaveLength(LIMITS.missedCount);
    const daily = plan('2026-03-12T08:30:00Z', { last: '2026-01-05T07:00:00Z' });
    expect(
      'missed' in daily && daily.missed.map((slot) => slot.toISOString().slice(0, 10)),
    ).toEqual(['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09', '2026-03-10', '2026-03-11']);
  });
});

describe('a subscription created or changed', () => {
  it('does not catch up slots from before', () => {
    expect(plan('2026-03-10T07:30:00Z', { changedAt: '2026-03-10T07:29:00Z' })).toEqual({
      kind: 'wait',
      missed: [],
    });
  });

  it('runs its first slot after the change', () => {
    expect(plan('2026-03-10T07:00:00Z', { changedAt: '2026-03-10T06:59:00Z' })).toMatchObject({
      kind: 'run',
    });
  });
});

describe('a paused subscription', () => {
  const state: SubscriptionState = {
    kind: 'paused',
    by: 'manager',
    reason: 'Holidays',
    since: '2026-03-01T00:00:00Z',
  };

  it('waits', () => {
    expect(plan('2026-03-10T07:00:00Z', { state, ...yesterday })).toEqual({
      kind: 'wait',
      missed: [],
    });
  });

  it('settles an edition that was still pending', () => {
    expect(
      plan('2026-03-10T07:10:00Z', {
        state,
        last: '2026-03-10T07:00:00Z',
        pendingUntil: '2026-03-10T07:05:00Z',
      }),
    ).toEqual({
      kind: 'give-up',
      slot: at('2026-03-10T07:00:00Z'),
    });
  });
});

describe('daylight saving', () => {
  const cron = '30 2 * * *';

  it('in spring runs a skipped 02:30 once, at 03:30', () => {
    const before = { cron, last: '2026-03-28T01:30:00Z' };
    expect(plan('2026-03-29T01:29:00Z', before)).toMatchObject({
      kind: 'wait',
    });
    expect(plan('2026-03-29T01:30:00Z', before)).toMatchObject({
      kind: 'run',
      slot: at('2026-03-29T01:30:00Z'),
    });
    expect(plan('2026-03-29T02:30:00Z', { cron, last: '2026-03-29T01:30:00Z' })).toMatchObject({
      kind: 'wait',
    });
  });

  it('in autumn runs a repeated 02:30 once, the first time', () => {
    const before = { cron, last: '2026-10-24T00:30:00Z' };
    expect(plan('2026-10-25T00:30:00Z', before)).toMatchObject({
      kind: 'run',
      slot: at('2026-10-25T00:30:00Z'),
    });
    expect(plan('2026-10-25T01:30:00Z', { cron, last: '2026-10-25T00:30:00Z' })).toMatchObject({
      kind: 'wait',
    });
  });
});

describe('a clock set back', () => {
  it('never runs a slot twice', () => {
    const done = { last: '2026-03-10T07:00:00Z' };
    for (const now of [
      '2026-03-10T05:30:00Z',
      '2026-03-10T06:59:00Z',
      '2026-03-10T07:00:00Z',
      '2026-03-10T08:00:00Z',
    ]) {
      expect(plan(now, done)).toEqual({
        kind: 'wait',
        missed: [],
      });
    }
  });

  it('does not hold a pending edition for hours', () => {
    expect(
      plan('2026-03-10T07:01:00Z', {
        last: '2026-03-10T07:00:00Z',
        pendingUntil: '2026-03-10T09:00:00Z',
      }),
    ).toMatchObject({
      kind: 'resume',
    });
  });
});

describe('whatever the clock does', () => {
  it('no slot runs twice, and none before the change or after its grace', () => {
    const cron = fc.constantFrom('0 8 * * *', '*/15 * * * *', '30 2 * * *', '0,30 1-3 * * 0');
    const steps = fc.array(fc.integer({ min: -180, max: 600 }), { minLength: 1, maxLength: 40 });
    const start = fc.constantFrom('2026-03-28T20:00:00Z', '2026-10-24T20:00:00Z');
    fc.assert(
      fc.property(cron, start, steps, (expression, changedAt, minutes) => {
        const done: string[] = [];
        let now = Date.parse(changedAt);
        for (const step of minutes) {
          now += step * 60_000;
          const last = done
            .filter((slot) => Date.parse(slot) <= now)
            .toSorted()
            .at(-1);
          const made = plan(new Date(now).toISOString(), {
            cron: expression,
            changedAt,
            ...(last !== undefined && { last }),
          });
          const slots = 'missed' in made ? [...made.missed] : [];
          const run = made.kind === 'run' ? [made.slot] : [];
          expect(run.every((slot) => now - slot.getTime() <= LIMITS.graceMs)).toBe(true);
          slots.push(...run);
          for (const slot of slots) {
            expect(slot.getTime()).toBeGreaterThan(Date.parse(changedAt));
            expect(done).not.toContain(slot.toISOString());
            done.push(slot.toISOString());
          }
        }
      }),
    );
  });
});

describe('a pending edition', () => {
  const pending = { last: '2026-03-10T07:00:00Z', pendingUntil: '2026-03-10T07:02:00Z' };

  it('is left alone while an attempt may be in progress', () => {
    expect(plan('2026-03-10T07:01:59Z', pending)).toEqual({
      kind: 'wait',
      missed: [],
    });
  });

  it('is resumed after that, and says so when it is late', () => {
    expect(plan('2026-03-10T07:02:00Z', pending)).toEqual({
      kind: 'resume',
      slot: at(pending.last),
      late: false,
    });
    expect(plan('2026-03-10T09:00:00Z', pending)).toEqual({
      kind: 'resume',
      slot: at(pending.last),
      late: true,
    });
  });

  it('is given up after the grace', () => {
    expect(plan('2026-03-10T10:00:01Z', pending)).toEqual({
      kind: 'give-up',
      slot: at(pending.last),
    });
  });

  it('is given up when a newer slot is due', () => {
    expect(plan('2026-03-10T08:00:00Z', { ...pending, cron: '0 * * * *' })).toEqual({
      kind: 'give-up',
      slot: at(pending.last),
    });
  });

  it('is given up when its subscription was changed since', () => {
    expect(plan('2026-03-10T07:30:00Z', { ...pending, changedAt: '2026-03-10T07:20:00Z' })).toEqual(
      {
        kind: 'give-up',
        slot: at(pending.last),
      },
    );
  });
});
