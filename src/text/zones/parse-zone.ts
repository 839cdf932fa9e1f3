import { UserError } from '../../errors.ts';
import { findAbbreviation } from './zone-abbreviations.ts';
import { findMeantZones } from './meant-zones.ts';
import { readZone, ZONES } from './zone-list.ts';

/**
 * Checks the name of a time zone, ignoring case: "europe/paris" gives "Europe/Paris". Another name of a zone
 * ("Asia/Kolkata", "Japan") is kept. An abbreviation is no name: most have several meanings, and "EST" is
 * five hours behind even in summer, when nobody in New York is. Throws a UserError that names the zones that
 * may be meant.
 */
export function parseZone(typed: string): string {
  const zone = typed.trim();
  const known = ZONES.find((name) => name.toLowerCase() === zone.toLowerCase()) ?? readName(zone);
  if (known !== undefined) return known;
  const meant = findMeantZones(zone);
  const hint = meant.length > 0 ? `Did you mean ${listAll(meant)}?` : 'Try Europe/Paris or UTC.';
  const shown = zone.slice(0, 60);
  throw new UserError('bad-option', `"${shown}" is not a time zone. ${explain(zone)}${hint}`);
}

/** Names that are not in the list: links, such as "Asia/Kolkata" and "Japan". */
function readName(zone: string): string | undefined {
  if (!/^[a-z]/iu.test(zone) || isFixed(zone)) return undefined;
  return readZone(zone);
}

/** IANA has "EST", "MST" and "HST" as zones without summer time, which hardly anybody means. */
function isFixed(zone: string): boolean {
  return /^[a-z]+$/iu.test(zone) && (findAbbreviation(zone)?.minutes ?? 0) < 0;
}

function explain(zone: string): string {
  if (!isFixed(zone) || readZone(zone) === undefined) return '';
  const hours = (findAbbreviation(zone)?.minutes ?? 0) / 60;
  return `It is ${-hours} hours behind UTC in summer too. `;
}

function listAll(zones: readonly string[]): string {
  return zones.length < 2
    ? zones.join('')
    : `${zones.slice(0, -1).join(', ')} or ${zones.at(-1) ?? ''}`;
}
