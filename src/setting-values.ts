import { isIP } from 'node:net';
import { z } from 'zod';
import { parseUrl } from './parse-url.ts';

/** A setting that is a text. */
export function text() {
  return z.string();
}

/** A setting that is a whole number. */
export function wholeNumber(min: number, max: number) {
  return z.coerce
    .number({ error: 'must be a whole number' })
    .refine((value) => Number.isInteger(value) && value >= min && value <= max, {
      error: `must be a whole number from ${min} to ${max}`,
    });
}

/** Whether a text is an IANA time zone. */
export function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}

/** Accepts what may be written in a header in brackets: no white space, no brackets, only ASCII. */
export function isContact(value: string): boolean {
  return /^(?:https?:\/\/|mailto:)[!-'*-~]{3,500}$/u.test(value) && parseUrl(value) !== undefined;
}

/** Whether a text is an address or `*` with a port. */
export function isEndpoint(entry: string): boolean {
  const [, host = '', port = ''] = /^(\*|[\d.]+|\[[\da-f:]+\]):(\d{1,5})$/iu.exec(entry) ?? [];
  const isAddress = host === '*' || isIP(host.replace(/^\[|\]$/gu, '')) !== 0;
  return isAddress && Number(port) > 0 && Number(port) <= 65_535;
}

/** The entries of a list with commas. */
export function parseList(list: string): readonly string[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}
