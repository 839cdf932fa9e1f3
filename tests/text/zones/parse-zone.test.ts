import { describe, expect, it } from 'vitest';
import { isSchedule } from '../../../src/digest/slots.ts';
import { UserError } from '../../../src/errors.ts';
import { parseZone } from '../../../src/text/zones/parse-zone.ts';
import { ZONES } from '../../../src/text/zones/zone-list.ts';

describe('a zone', () => {
  it.each([
    ['europe/paris', 'Europe/Paris'],
    ['UTC', 'UTC'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['europe/kyiv', 'Europe/Kyiv'],
    ['US/Eastern', 'US/Eastern'],
    ['japan', 'Japan'],
    ['CET', 'CET'],
    ['Etc/GMT-2', 'Etc/GMT-2'],
  ])('%s is known', (typed, zone) => {
    expect(parseZone(typed)).toBe(zone);
  });

  it.each([
    ['Paris', 'Europe/Paris'],
    ['new york', 'America/New_York'],
    ['Berlin time', 'Europe/Berlin'],
    ['Time in Lagos', 'Africa/Lagos'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Kolkata', 'Asia/Kolkata'],
    ['Yangon', 'Asia/Yangon'],
    ['Ho Chi Minh', 'Asia/Ho_Chi_Minh'],
    ['Beijing', 'Asia/Shanghai'],
    ['Mumbai', 'Asia/Kolkata'],
    ['Asia/Beijing', 'Asia/Shanghai'],
    ['Washington', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Germany', 'Europe/Berlin'],
    ['München', 'Europe/Berlin'],
    ['Milano', 'Europe/Rome'],
    ['Europe/Wien', 'Europe/Vienna'],
    ['Москва', 'Europe/Moscow'],
    ['東京', 'Asia/Tokyo'],
    ['UK', 'Europe/London'],
    ['NYC', 'America/New_York'],
    ['India Standard Time', 'Asia/Kolkata'],
    ['USA', 'America/New_York, America/Los_Angeles or America/Chicago'],
    ['Eastern', 'America/New_York'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['Eastern Standard Time (EST)', 'America/New_York'],
    ['Central European Time', 'Europe/Paris or Europe/Berlin'],
    ['EDT', 'America/New_York'],
    ['PST', 'America/Los_Angeles or Asia/Manila'],
    ['BST', 'Europe/London or Asia/Dhaka'],
    ['IST', 'Asia/Kolkata, Europe/Dublin or Asia/Jerusalem'],
    ['jst', 'Asia/Tokyo'],
    ['VST', 'Asia/Saigon'],
    ['UTC+2', 'Etc/GMT-2, Africa/Cairo or Europe/Paris'],
    ['GMT+2', 'Etc/GMT-2, Africa/Cairo or Europe/Paris'],
    ['+02:00', 'Etc/GMT-2, Africa/Cairo or Europe/Paris'],
    ['UTC−5', 'Etc/GMT+5, America/New_York'],
    ['+05:30', 'Asia/Kolkata'],
    ['UTC+0', 'UTC, Europe/London'],
    ['Europe/Berln', 'Europe/Berlin'],
  ])('may be meant by "%s": %s', (typed, zones) => {
    expect(() => parseZone(typed)).toThrow(UserError);
    expect(() => parseZone(typed)).toThrow(`is not a time zone. Did you mean ${zones}`);
  });

  it.each([
    ['EST', 5, 'America/New_York or America/Panama'],
    ['mst', 7, 'America/Denver or America/Phoenix'],
    ['HST', 10, 'Pacific/Honolulu'],
  ])('%s is %i hours behind all year, so that a city is suggested', (typed, hours, zones) => {
    const message = `It is ${hours} hours behind UTC in summer too. Did you mean ${zones}?`;
    expect(() => parseZone(typed)).toThrow(message);
  });

  it.each(['Mars/Phobos', '', 'constructor', '__proto__', 'UTC+15', 'x'.repeat(5000)])(
    'is not meant by %j',
    (typed) => {
      expect(() => parseZone(typed)).toThrow('Try Europe/Paris or UTC.');
    },
  );

  it('is in the list once if it is UTC', () => {
    expect(ZONES.filter((zone) => zone === 'UTC')).toHaveLength(1);
  });

  it('has slots if it is accepted, whatever the name', () => {
    const names = ['ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST'];
    names.push('PLT PNT PRT PST SST VST EST MST HST CET EET WET MET PRC ROK NZ GB Cuba Eire');
    for (const typed of [...ZONES, ...names.join(' ').split(' ')]) {
      let zone: string;
      try {
        zone = parseZone(typed);
      } catch {
        continue;
      }
      expect(isSchedule({ cron: '0 8 * * *', zone }), typed).toBe(true);
    }
  });
});
