import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMaxAge, readRetryAfter } from '../../../src/web/request/caching-headers.ts';

const NOW = new Date('2024-06-14T12:00:00Z');
const LATER = 'Fri, 14 Jun 2024 12:05:00 GMT';
const EARLIER = 'Fri, 14 Jun 2024 11:00:00 GMT';

describe('readMaxAge', () => {
  it.each([
    [{ 'cache-control': 'max-age=300' }, 300_000],
    [{ 'cache-control': 'public, Max-Age="300", must-revalidate' }, 300_000],
    [{ 'cache-control': ['public', 'max-age=300'] }, 300_000],
    [{ 'cache-control': 'max-age=300', age: '100' }, 200_000],
    [{ 'cache-control': 'max-age=300', age: '400' }, 0],
    [{ 'cache-control': 'max-age=300', expires: EARLIER }, 300_000],
    [{ 'cache-control': 's-maxage=900' }, undefined],
    [{ 'cache-control': 'no-cache, max-age=300' }, 0],
    [{ 'cache-control': 'no-store' }, 0],
    [{ 'cache-control': 'max-age=soon' }, undefined],
    [{ expires: LATER }, 300_000],
    [{ expires: LATER, date: 'Fri, 14 Jun 2024 12:04:00 GMT' }, 60_000],
    [{ expires: EARLIER }, 0],
    [{ expires: '0' }, 0],
    [{}, undefined],
  ])('reads %o as %s', (headers, ms) => {
    expect(readMaxAge(headers, NOW)).toBe(ms);
  });
});

describe('readRetryAfter', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    [LATER, 300_000],
    [EARLIER, 0],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['9'.repeat(30), undefined],
    [undefined, undefined],
  ])('reads %s as %s', (value, ms) => {
    expect(readRetryAfter({ 'retry-after': value }, NOW)).toBe(ms);
  });
});

it('returns a finite time or undefined for any header', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const headers = { 'cache-control': value, age: value, expires: value, 'retry-after': value };
      for (const ms of [readMaxAge(headers, NOW), readRetryAfter(headers, NOW)]) {
        expect(ms === undefined || (Number.isFinite(ms) && ms >= 0)).toBe(true);
      }
    }),
  );
});
