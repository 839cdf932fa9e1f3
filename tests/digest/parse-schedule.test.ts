import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCron } from '../../src/digest/build-cron.ts';
import { parseDays } from '../../src/digest/days.ts';
import { describeSchedule } from '../../src/digest/describe-schedule.ts';
import { parseCron } from '../../src/digest/parse-cron.ts';
import { parseZone } from '../../src/text/zones/parse-zone.ts';
import { isSchedule, nextSlot } from '../../src/digest/slots.ts';
import { UserError } from '../../src/errors.ts';

const parseSchedule = (cron: string, zone: string) => ({
  cron: parseCron(cron),
  zone: parseZone(zone),
});

describe('a schedule', () => {
  it('is read from five fields and a zone, in any case and spacing', () => {
    expect(parseSchedule('  0  8 * * mon-fri ', 'europe/paris')).toEqual({
      cron: '0 8 * * MON-FRI',
      zone: 'Europe/Paris',
    });
  });

  it.each([
    ['', /five fields/],
    ['0 8 * *', /five fields/],
    ['0 0 8 * * *', /five fields/],
    ['@daily', /five fields/],
    ['61 8 * * *', /minute: 61/],
    ['a b c d e', /illegal characters/],
    ['? 8 * * *', /Write `\*` instead/],
    ['0 0 30 2 *', /no such date/],
    ['* * * * *', /1 min apart/],
    ['*/10 * * * *', /10 min apart/],
    ['0,5 8 * * *', /5 min apart/],
    ['0,50 0,23 * * 5,6', /10 min apart/],
  ])('refuses "%s" and says why', (cron, why) => {
    expect(() => parseSchedule(cron, 'UTC')).toThrow(UserError);
    expect(() => parseSchedule(cron, 'UTC')).toThrow(why);
  });

  it('may run every quarter of an hour', () => {
    expect(parseSchedule('*/15 * * * *', 'UTC').cron).toBe('*/15 * * * *');
  });
});

describe('times and days', () => {
  it.each([
    ['08:00', 'weekdays', '0 8 * * 1-5'],
    ['8', '', '0 8 * * *'],
    ['8am, 8pm', 'every day', '0 8,20 * * *'],
    ['18h30', 'Mon, Wed and Fri', '30 18 * * 1,3,5'],
    ['12:15 p.m.', 'sat-sun', '15 12 * * 0,6'],
    ['12am', 'Friday to Monday', '0 0 * * 0,1,5,6'],
    ['20:00 and 08:00', 'weekends', '0 8,20 * * 0,6'],
    ['noon', '', '0 12 * * *'],
    ['20 Uhr 30', '', '30 20 * * *'],
    ['um 8.30 Uhr', '', '30 8 * * *'],
    ['kl. 8', '', '0 8 * * *'],
    ['à 8h', '', '0 8 * * *'],
    ['08:00:00', '', '0 8 * * *'],
    ['٨:٣٠', '', '30 8 * * *'],
    ['８：００', '', '0 8 * * *'],
    ['every day at 8', '', '0 8 * * *'],
    ['8', 'Montag, mittwochs', '0 8 * * 1,3'],
    ['8', 'lundi', '0 8 * * 1'],
    ['8', 'sábado y domingo', '0 8 * * 0,6'],
    ['8', 'понедельник', '0 8 * * 1'],
    ['8', 'mon/wed/fri', '0 8 * * 1,3,5'],

    ['8', 'business days', '0 8 * * 1-5'],
    ['8', 'everyday', '0 8 * * *'],
    ['Midnight, midday', '', '0 0,12 * * *'],
    ['12 noon', '', '0 12 * * *'],
    ['0800', '', '0 8 * * *'],
    ['1830', '', '30 18 * * *'],
    ['830', '', '30 8 * * *'],
    ['at 8 a.m.', '', '0 8 * * *'],
    ['8 o’clock', '', '0 8 * * *'],
  ])('%s on "%s" are %s', (times, days, cron) => {
    expect(buildCron(times, days)).toBe(cron);
  });

  it.each([
    ['every 6 hours', '0 */6 * * *'],
    ['every 7 hours', '0 */6 * * *'],
    ['every 30 minutes', '*/30 * * * *'],
    ['every half hour', '*/30 * * * *'],
    ['every 5 min', '*/15 * * * *'],
    ['hourly', '0 * * * *'],
  ])('"%s" leads to the cron expression %s', (time, cron) => {
    expect(() => buildCron(time)).toThrow(`give \`cron:${cron}\` instead`);
    expect(parseSchedule(cron, 'UTC').cron).toBe(cron);
  });

  it.each([['25:00'], ['8:60'], ['2460'], ['13pm'], ['soon'], ['every monday'], [''], ['0am']])(
    '"%s" is no time of day',
    (time) => {
      expect(() => buildCron(time)).toThrow(/not a time of day/);
    },
  );

  it.each([['someday'], ['mon-'], ['m'], ['constructor'], ['8'], ['mon-tue-wed']])(
    '"%s" does not name days',
    (days) => {
      expect(() => parseDays(days)).toThrow(/does not name days/);
    },
  );

  it('need one minute', () => {
    expect(() => buildCron('08:00, 18:30')).toThrow(/same minute/);
  });
});

describe('the description', () => {
  it.each([
    ['0 8 * * 1-5', 'every weekday at 08:00, Europe/Paris'],
    ['0 8 * * MON-FRI', 'every weekday at 08:00, Europe/Paris'],
    ['5 8,20 * * *', 'every day at 08:05 and 20:05, Europe/Paris'],
    ['0 8 * * 0,1,3', 'every Monday, Wednesday and Sunday at 08:00, Europe/Paris'],
    ['*/30 * * * *', 'every 30 minutes, Europe/Paris'],
    ['0 8 1 * *', 'at 08:00, on day 1 of the month, Europe/Paris'],
    ['0 8 * * 1#2', 'at 08:00, on the second Monday of the month, Europe/Paris'],
    ['0 8 * * SUN#L', 'at 08:00, on the last Sunday of the month, Europe/Paris'],
    ['0 8 13 * +FRI', 'by `0 8 13 * +FRI`, Europe/Paris'],
    ['0 8 1W,15W * *', 'by `0 8 1W,15W * *`, Europe/Paris'],
    ['0 8 1 * *,1', 'by `0 8 1 * *,1`, Europe/Paris'],
  ])('of %s reads "%s"', (cron, words) => {
    expect(describeSchedule({ cron, zone: 'Europe/Paris' })).toBe(words);
  });

  it('exists for every expression that is accepted', () => {
    const field = (...parts: string[]) => fc.constantFrom('*', ...parts);
    const cron = fc
      .tuple(
        field('0', '30', '*/20', '0-59/30'),
        field('8', '8,20', '*/6', '0-23/2', '6-9'),
        field('1', '13', 'L', 'LW', '1W', '1W,15W', 'L,15', '1-7', '*/2'),
        field('JAN', '2', '1-12/3', '*/5', 'FEB,MAR'),
        field('MON', '+FRI', '+MON', '1#2', '1#L', 'SUN#L', '5L', 'FRI#L,MON#1', '0,6', '*,1', '7'),
      )
      .map((fields) => fields.join(' '));
    fc.assert(
      fc.property(cron, (typed) => {
        const accepted = attempt(() => parseSchedule(typed, 'UTC'));
        if (accepted === undefined) return;
        expect(describeSchedule(accepted)).toMatch(/^[a-z].*, UTC$/u);
        expect(describeSchedule(accepted)).not.toMatch(/undefined|null|NaN/u);
        expect(isSchedule(accepted)).toBe(true);
        expect(nextSlot(accepted, new Date('2026-03-02'))).toBeInstanceOf(Date);
      }),
      { numRuns: 40 },
    );
  });
});

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
