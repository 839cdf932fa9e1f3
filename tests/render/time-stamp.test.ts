import { describe, expect, it } from 'vitest';
import { renderTimeStamp } from '../../src/render/time-stamp.ts';

describe('renderTimeStamp', () => {
  it('lets Discord show the instant in the reader’s zone', () => {
    expect(renderTimeStamp('2024-06-15T08:00:00.000Z', 'R')).toBe('<t:1718438400:R>');
  });

  it('shows a day without time as a date at noon UTC', () => {
    const noon = Date.UTC(2024, 5, 15, 12) / 1000;
    expect(renderTimeStamp('2024-06-15T00:00:00.000Z', 'R', { dayOnly: true })).toBe(
      `<t:${noon}:D>`,
    );
  });

  it.each([undefined, '', 'yesterday'])('is undefined for %j', (iso) => {
    expect(renderTimeStamp(iso, 'D')).toBeUndefined();
  });
});
