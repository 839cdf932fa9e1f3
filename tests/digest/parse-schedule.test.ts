import { describe, expect, it } from 'vitest';
import { buildCron } from '../../src/digest/build-cron.ts';
import { parseDays } from '../../src/digest/days.ts';
import { describeSchedule } from '../../src/digest/describe-schedule.ts';
import { parseSchedule } from '../../src/digest/parse-schedule.ts';
import { parseZone, ZONES } from '../../src/digest/zones.ts';
import { UserError } from '../../src/errors.ts';

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

describe('a zone', () => {
  it.each([
    ['europe/paris', 'Europe/Paris'],
    ['UTC', 'UTC'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
  ])('%s is known', (typed, zone) => {
    expect(parseZone(typed)).toBe(zone);
  });

  it.each([
    ['Paris', /Did you mean Europe\/Paris/],
    ['new york', /Did you mean America\/New_York/],
    ['+05:30', /not a time zone/],
    ['Mars/Phobos', /Try Europe\/Paris or UTC/],
    ['', /not a time zone/],
  ])('"%s" is refused with a hint', (typed, hint) => {
    expect(() => parseZone(typed)).toThrow(hint);
  });

  it('is in the list once if it is UTC', () => {
    expect(ZONES.filter((zone) => zone === 'UTC')).toHaveLength(1);
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
  ])('%s on "%s" are %s', (times, days, cron) => {
    expect(buildCron(times, days)).toBe(cron);
  });

  it.each([['25:00'], ['8:60'], ['13pm'], ['soon'], [''], ['0am']])(
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
  ])('of %s reads "%s"', (cron, words) => {
    expect(describeSchedule({ cron, zone: 'Europe/Paris' })).toBe(words);
  });
});
