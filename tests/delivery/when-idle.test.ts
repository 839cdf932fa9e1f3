import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeld, RUN_LIMITS } from '../../src/digest/plan-run.ts';
import { listSlots } from '../../src/digest/slots.ts';
import {
  whenBetweenSlots,
  whenEditionIsIdle,
  whenSubscriptionIsIdle,
} from '../../src/delivery/when-idle.ts';
import { FOREVER, isIdleAt } from '../../src/store/idle.ts';
import { buildEdition, buildSubscription } from '../support/build-subscription.ts';

const SERVED = buildSubscription({ servedAt: '2024-03-14T08:00:30.000Z' });
const PAUSED = {
  kind: 'paused',
  by: 'delivery',
  reason: 'Discord refused it.',
  since: '2024-03-14T08:00:00.000Z',
} as const;

function isIdle(given: Parameters<typeof whenSubscriptionIsIdle>[0], instant: string): boolean {
  return isIdleAt(whenSubscriptionIsIdle(given), new Date(instant));
}

describe('a subscription', () => {
  it('is due until it is served, and then at its next slot', () => {
    expect(isIdle(buildSubscription(), '2024-03-14T07:00:00Z')).toBe(false);
    expect(isIdle(SERVED, '2024-03-14T08:01:00Z')).toBe(true);
    expect(isIdle(SERVED, '2024-03-15T07:59:59Z')).toBe(true);
    expect(isIdle(SERVED, '2024-03-15T08:00:00Z')).toBe(false);
    expect(isIdle(SERVED, '2024-06-01T00:00:00Z')).toBe(false);
  });

  it('is due at an earlier time at once if an edit names one', () => {
    const edited = { ...SERVED, schedule: { cron: '0 6 * * *', zone: 'Asia/Tokyo' } };
    expect(isIdle(edited, '2024-03-14T20:59:00Z')).toBe(true);
    expect(isIdle(edited, '2024-03-14T21:00:00Z')).toBe(false);
  });

  it('is due if it was served by a clock that has been set back since', () => {
    expect(
      isIdle({ ...SERVED, servedAt: '2025-03-14T08:00:30.000Z' }, '2024-03-14T09:00:00Z'),
    ).toBe(false);
    // Clocks of two processes differ by so much.
    expect(isIdle(SERVED, '2024-03-14T07:58:00Z')).toBe(true);
  });

  it('is not due while it is paused, except to tell its managers', () => {
    const paused = { ...SERVED, state: PAUSED };
    expect(whenSubscriptionIsIdle(paused)).toBe(FOREVER);
    expect(isIdle({ ...paused, state: { ...PAUSED, untold: true } }, '2024-03-14T08:01:00Z')).toBe(
      false,
    );
  });

  it('is looked at in every tick if it has an alert, although its slots are not due', () => {
    const alerting = { ...SERVED, alert: { voices: 3, hours: 6, perDay: 3 } };
    expect(isIdle(alerting, '2024-03-14T08:01:00Z')).toBe(false);
    expect(isIdleAt(whenBetweenSlots(alerting), new Date('2024-03-14T08:01:00Z'))).toBe(true);
    expect(whenSubscriptionIsIdle({ ...alerting, state: PAUSED })).toBe(FOREVER);
  });

  it('is due at its next slot, or after a day, since the rules of its zone may change', () => {
    const schedule = fc.record({
      cron: fc.constantFrom(
        '0 8 * * *',
        '*/15 * * * *',
        '30 2 * * *',
        '0,30 1-3 * * 0',
        '0 0 29 2 *',
      ),
      zone: fc.constantFrom('UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kathmandu'),
    });
    const instant = fc.date({
      min: new Date('2024-03-01T00:00:00Z'),
      max: new Date('2024-12-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(schedule, instant, fc.nat({ max: 3_000 }), (given, served, minutes) => {
        const now = new Date(served.getTime() + minutes * 60_000);
        const subscription = buildSubscription({ schedule: given, servedAt: served.toISOString() });
        expect(isIdleAt(whenSubscriptionIsIdle(subscription), now)).toBe(
          listSlots(given, served, now).length === 0 && minutes < 24 * 60,
        );
      }),
    );
  });
});

describe('an edition', () => {
  it('is due while it is pending and not held, and never again once it is settled', () => {
    const instant = fc.integer({ min: -120, max: 120 });
    fc.assert(
      fc.property(instant, instant, (retry, at) => {
        const [retryAt, now] = [retry, at].map(
          (minutes) => new Date(Date.UTC(2024, 2, 14, 8, minutes)),
        ) as [Date, Date];
        const edition = buildEdition({
          state: {
            kind: 'pending',
            since: '2024-03-14T08:00:00.000Z',
            attempts: 1,
            retryAt: retryAt.toISOString(),
          },
        });
        expect(isIdleAt(whenEditionIsIdle(edition), now)).toBe(
          isHeld(retryAt, now, { ...RUN_LIMITS, graceMs: 0 }),
        );
      }),
    );
    expect(whenEditionIsIdle(buildEdition())).toBe(FOREVER);
  });
});
