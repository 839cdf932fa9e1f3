import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALERT_LIMITS } from '../../../src/digest/alerts/alert.ts';
import { describeAlert } from '../../../src/digest/alerts/describe-alert.ts';
import { parseAlert } from '../../../src/digest/alerts/parse-alert.ts';

const between = ({ least, most }: { readonly least: number; readonly most: number }) =>
  fc.integer({ min: least, max: most });

describe('an alert', () => {
  it.each([
    ['5', { voices: 5, hours: 6, perDay: 3 }],
    [' 12  publishers ', { voices: 12, hours: 6, perDay: 3 }],
    ['1 publisher', { voices: 1, hours: 6, perDay: 3 }],
    ['5 in 12 hours', { voices: 5, hours: 12, perDay: 3 }],
    ['5 publishers within 24h', { voices: 5, hours: 24, perDay: 3 }],
    ['5, 2 a day', { voices: 5, hours: 6, perDay: 2 }],
    ['5 Sources in 1 hour, at most 2 per day', { voices: 5, hours: 1, perDay: 2 }],
    ['5 in 6h,1/day', { voices: 5, hours: 6, perDay: 1 }],
  ])('is read from "%s"', (typed, alert) => {
    expect(parseAlert(typed)).toEqual(alert);
  });

  it.each(['off', 'OFF ', 'none', 'no'])('is none if "%s" is typed', (typed) => {
    expect(parseAlert(typed)).toBe('off');
  });

  it.each([
    ['', 'I do not understand the alert ""'],
    ['many', 'Write it as `5`, or as `5 publishers in 6 hours, 3 a day`; `off` means none.'],
    ['5 in 6 days', 'I do not understand'],
    ['-5', 'I do not understand'],
    ['5.5', 'I do not understand'],
    ['0', 'An alert takes 1 to 50 publishers, not 0.'],
    ['51', 'An alert takes 1 to 50 publishers, not 51.'],
    ['5 in 49 hours', 'An alert takes 1 to 48 hours, not 49.'],
    ['5, 11 a day', 'An alert takes 1 to 10 alerts a day, not 11.'],
  ])('is not "%s"', (typed, message) => {
    expect(() => parseAlert(typed)).toThrow(message);
  });

  it('is read again as it is described', () => {
    const { voices, hours, perDay } = ALERT_LIMITS;
    const alerts = fc.record({
      voices: between(voices),
      hours: between(hours),
      perDay: between(perDay),
    });
    fc.assert(
      fc.property(alerts, (alert) => {
        expect(parseAlert(describeAlert(alert))).toEqual(alert);
      }),
    );
  });
});
