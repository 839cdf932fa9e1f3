import { describe, expect, it } from 'vitest';
import {
  formatSent,
  formatStamp,
  relativeChangesInMs,
  speakSent,
} from '../../../../page/message/markdown/format-stamp.ts';
import type { StampStyle } from '../../../../page/message/markdown/nodes.ts';

const NOW = Date.UTC(2026, 10, 24, 16, 3, 20);
const HOUR_MS = 3_600_000;
const berlin = { locale: 'en-GB', zone: 'Europe/Berlin', now: NOW };

describe('a time stamp', () => {
  it.each<[StampStyle, string]>([
    ['t', '17:03'],
    ['T', '17:03:20'],
    ['d', '24/11/2026'],
    ['D', '24 November 2026'],
    ['f', '24 November 2026 at 17:03'],
    ['F', 'Tuesday, 24 November 2026 at 17:03'],
    ['s', '24/11/2026, 17:03'],
    ['S', '24/11/2026, 17:03:20'],
  ])('has the style %s', (style, expected) => {
    // Node's versions differ in the comma after the weekday.
    const written = formatStamp(NOW, style, berlin).replace('Tuesday 24', 'Tuesday, 24');
    expect(written).toBe(expected);
  });

  it('uses the reader’s time zone and language', () => {
    const tokyo = { locale: 'de', zone: 'Asia/Tokyo', now: NOW };
    expect(formatStamp(NOW, 'D', tokyo)).toBe('25. November 2026');
  });

  it.each([
    [0, 'in 0 seconds'],
    [-30_000, '30 seconds ago'],
    [90_000, 'in 1 minute'],
    [-2 * HOUR_MS, '2 hours ago'],
    [26 * HOUR_MS, 'in 1 day'],
    [-40 * 24 * HOUR_MS, '1 month ago'],
    [800 * 24 * HOUR_MS, 'in 2 years'],
  ])('describes the distance of %i ms', (distance, expected) => {
    expect(formatStamp(NOW + distance, 'R', berlin)).toBe(expected);
  });

  it('changes more often the closer it is', () => {
    const waits = [1000, 5 * 60_000].map((away) => relativeChangesInMs(NOW - away, NOW));
    expect(waits).toEqual([1000, 10_000]);
  });
});

describe('the time when a message was sent', () => {
  it.each([
    [NOW, '17:03', 'today at 17:03'],
    [NOW - 20 * HOUR_MS, 'Yesterday at 21:03', 'yesterday at 21:03'],
    [NOW - 100 * HOUR_MS, '20/11/2026, 13:03', '20 November 2026 at 13:03'],
  ])('%i is %s', (ms, written, spoken) => {
    expect([formatSent(ms, berlin), speakSent(ms, berlin)]).toEqual([written, spoken]);
  });

  it("becomes yesterday at the reader's midnight", () => {
    const justAfter = Date.UTC(2026, 10, 23, 23, 30);
    expect(formatSent(justAfter, berlin)).toBe('00:30');
    expect(formatSent(justAfter, { ...berlin, zone: 'UTC' })).toBe('Yesterday at 23:30');
  });
});
