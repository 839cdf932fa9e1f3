import { Temporal } from 'temporal-polyfill';
import { findAbbreviation } from '../../../text/zones/zone-abbreviations.ts';
import { readZone } from '../../../text/zones/zone-list.ts';

/**
 * Reads what stands behind a clock as a zone, and returns the instant that a wall clock shows there: "+0530", "UTC+2",
 * "(CEST)", "Asia/Kolkata", "[Europe/Paris]". Without any zone the clock is taken as UTC. Undefined if there is
 * something that is no known zone: nobody knows what the clock means then.
 */
export function instantOf(wall: number, printed: string): number | undefined {
  const zone = printed.trim().slice(0, 60);
  if (!/[\p{L}\d]/u.test(zone)) return wall;
  const [, sign, hours, minutes = '0'] = OFFSET.exec(zone) ?? [];
  if (sign !== undefined) {
    const east = Number(hours) * 60 + Number(minutes);
    return wall - (sign === '-' ? -east : east) * 60_000;
  }
  const [name] = IANA.exec(zone) ?? [];
  if (name !== undefined) return inZone(wall, name);
  const [, short = ''] = SHORT.exec(zone) ?? [];
  const known = findAbbreviation(short);
  if (known === undefined) return undefined;
  return known.minutes === undefined
    ? inZone(wall, known.zones[0] ?? '')
    : wall - known.minutes * 60_000;
}

/** An offset may follow the name from which it counts, and other names may follow it. */
const OFFSET = /^[[(]?(?:UTC|GMT|UT|Z)? ?([+-]) ?(\d{1,2})(?:[:.]?(\d{2}))?(?!\d)/iu;
const IANA = /[A-Z]\w{1,30}(?:\/[A-Z][\w+-]{1,30}){1,2}/u;
/** The letters of a name that ends there, or is followed by another in brackets. */
const SHORT = /^[[(]?(\p{L}{1,5})[\])]?\.?(?:$| ?[[(])/u;

function inZone(wall: number, name: string): number | undefined {
  if (readZone(name) === undefined) return undefined;
  const local = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, -1));
  return local.toZonedDateTime(name).epochMilliseconds;
}
