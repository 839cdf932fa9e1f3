import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfSlot, listSlots, nextSlot } from '../../src/digest/slots.ts';

const PARIS = 'Europe/Paris';

function slotsFrom(cron: string, zone: string, after: string, count: number): string[] {
  const slots: string[] = [];
  for (let last = new Date(after); slots.length < count;) {
    last = nextSlot({ cron, zone }, last)!;
    slots.push(last.toISOString());
  }
  return slots;
}

describe('slots', () => {
  it('follow the wall clock of their zone, in winter and summer', () => {
    expect(slotsFrom('0 8 * * *', PARIS, '2026-01-15T00:00:00Z', 1)).toEqual([
      '2026-01-15T07:00:00.000Z',
    ]);
    expect(slotsFrom('0 8 * * *', PARIS, '2026-07-15T00:00:00Z', 1)).toEqual([
      '2026-07-15T06:00:00.000Z',
    ]);
  });

  it('come strictly after the given instant', () => {
    expect(slotsFrom('0 8 * * *', 'UTC', '2026-01-15T08:00:00Z', 1)).toEqual([
      '2026-01-16T08:00:00.000Z',
    ]);
    expect(slotsFrom('0 8 * * *', 'UTC', '2026-01-15T07:59:59.999Z', 1)).toEqual([
      '2026-01-15T08:00:00.000Z',
    ]);
  });

  describe('when the clock springs forward (Paris, 29 March 2026, 02:00 → 03:00)', () => {
    it('run once, shifted by the change, when their time does not exist', () => {
      expect(slotsFrom('30 2 * * *', PARIS, '2026-03-28T12:00:00Z', 2)).toEqual([
        '2026-03-29T01:30:00.000Z', // 03:30 summer time
        '2026-03-30T00:30:00.000Z', // 02:30 summer time
      ]);
    });

    it('become one slot if a shifted one meets another', () => {
      expect(slotsFrom('0 2,3,4 * * *', PARIS, '2026-03-29T00:00:00Z', 3)).toEqual([
        '2026-03-29T01:00:00.000Z', // 02:00 shifted to 03:00, and 03:00 itself
        '2026-03-29T02:00:00.000Z',
        '2026-03-30T00:00:00.000Z',
      ]);
    });

    it('stay in order when a shifted slot comes after a later wall time', () => {
      expect(slotsFrom('30 2,3 * * *', PARIS, '2026-03-29T00:00:00Z', 1)).toEqual([
        '2026-03-29T01:30:00.000Z',
      ]);
      expect(slotsFrom('0,45 2,3 * * *', PARIS, '2026-03-29T00:00:00Z', 3)).toEqual([
        '2026-03-29T01:00:00.000Z',
        '2026-03-29T01:45:00.000Z',
        '2026-03-30T00:00:00.000Z',
      ]);
    });

    it('are found from within the hour that they were shifted into', () => {
      expect(slotsFrom('30 2 * * *', PARIS, '2026-03-29T01:10:00Z', 1)).toEqual([
        '2026-03-29T01:30:00.000Z',
      ]);
    });
  });

  describe('when the clock falls back (Paris, 25 October 2026, 03:00 → 02:00)', () => {
    it('run once, the first time that their wall time occurs', () => {
      expect(slotsFrom('30 2 * * *', PARIS, '2026-10-24T12:00:00Z', 2)).toEqual([
        '2026-10-25T00:30:00.000Z', // 02:30 summer time
        '2026-10-26T01:30:00.000Z',
      ]);
    });

    it('do not occur again after the first time', () => {
      expect(slotsFrom('30 2 * * *', PARIS, '2026-10-25T00:45:00Z', 1)).toEqual([
        '2026-10-26T01:30:00.000Z',
      ]);
    });

    it('go on through the repeated hour if they are an interval', () => {
      expect(slotsFrom('30 * * * *', PARIS, '2026-10-25T00:00:00Z', 3)).toEqual([
        '2026-10-25T00:30:00.000Z', // 02:30, the first
        '2026-10-25T01:30:00.000Z', // 02:30, the second
        '2026-10-25T02:30:00.000Z', // 03:30
      ]);
      expect(slotsFrom('*/30 * * * *', PARIS, '2026-10-24T23:45:00Z', 6)).toEqual([
        '2026-10-25T00:00:00.000Z',
        '2026-10-25T00:30:00.000Z',
        '2026-10-25T01:00:00.000Z',
        '2026-10-25T01:30:00.000Z',
        '2026-10-25T02:00:00.000Z',
        '2026-10-25T02:30:00.000Z',
      ]);
      expect(slotsFrom('0 */2 * * *', PARIS, '2026-10-24T23:45:00Z', 3)).toEqual([
        '2026-10-25T00:00:00.000Z', // 02:00, the first
        '2026-10-25T01:00:00.000Z', // 02:00, the second
        '2026-10-25T03:00:00.000Z', // 04:00
      ]);
    });

    it('leave the repeated hour out if they name hours', () => {
      expect(slotsFrom('30 1-3 * * *', PARIS, '2026-10-24T23:45:00Z', 2)).toEqual([
        '2026-10-25T00:30:00.000Z', // 02:30, the first
        '2026-10-25T02:30:00.000Z', // 03:30
      ]);
    });
  });

  it.each([
    [
      'a half-hour change',
      '15 2 * * *',
      'Australia/Lord_Howe',
      '2026-10-03T12:00:00Z',
      '2026-10-03T15:45:00.000Z',
    ],
    [
      'a change at midnight',
      '30 0 * * *',
      'Africa/Cairo',
      '2026-04-23T12:00:00Z',
      '2026-04-23T22:30:00.000Z',
    ],
    [
      'a zone of 45 minutes',
      '0 8 * * *',
      'Asia/Kathmandu',
      '2026-01-01T00:00:00Z',
      '2026-01-01T02:15:00.000Z',
    ],
  ])('are right for %s', (_, cron, zone, after, expected) => {
    expect(slotsFrom(cron, zone, after, 1)).toEqual([expected]);
  });

  it('belong to a day of their zone', () => {
    expect(dayOfSlot(new Date('2024-03-14T23:30:00Z'), 'UTC')).toBe('2024-03-14');
    expect(dayOfSlot(new Date('2024-03-14T23:30:00Z'), PARIS)).toBe('2024-03-15');
  });

  it('never occur on a date that does not exist', () => {
    expect(nextSlot({ cron: '0 0 30 2 *', zone: 'UTC' }, new Date('2026-01-01'))).toBeUndefined();
  });

  it('listed for a range are the same as found one by one, in order and each once', () => {
    const cron = fc.constantFrom(
      '0 8 * * *',
      '*/15 * * * *',
      '30 2 * * *',
      '0 */2 * * *',
      '0,45 1-3 * * *',
      '0 0 * * 0,6',
    );
    const zone = fc.constantFrom(
      'UTC',
      PARIS,
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    );
    // Around the changes of both hemispheres, and elsewhere.
    const start = fc.constantFrom(
      '2026-03-07',
      '2026-03-28',
      '2026-04-04',
      '2026-04-23',
      '2026-10-03',
      '2026-10-24',
      '2026-10-31',
      '2026-07-01',
    );
    fc.assert(
      fc.property(
        cron,
        zone,
        start,
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 600 }),
        (c, z, day, minute, length) => {
          const schedule = { cron: c, zone: z };
          const after = new Date(Date.parse(day) + minute * 60_000);
          const until = new Date(after.getTime() + length * 60_000);
          const stepped: Date[] = [];
          for (
            let slot = nextSlot(schedule, after);
            slot && slot <= until;
            slot = nextSlot(schedule, slot)
          )
            stepped.push(slot);
          expect(listSlots(schedule, after, until)).toEqual(stepped);
          expect(stepped.every((slot, index) => slot > (stepped[index - 1] ?? after))).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});
