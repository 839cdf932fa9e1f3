import { UserError } from '../errors.ts';

/** The canonical names of all IANA time zones that this Node knows: UTC first, then by name. */
export const ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
];

/**
 * Checks the name of a time zone, ignoring case: "europe/paris" gives "Europe/Paris". A name that Node
 * maps to another one ("Asia/Kolkata") stays as it was typed. Throws a UserError that suggests similar
 * names.
 */
export function parseZone(typed: string): string {
  const zone = typed.trim();
  const known = ZONES.find((name) => name.toLowerCase() === zone.toLowerCase());
  if (known !== undefined) return known;
  if (/^[a-z]/i.test(zone) && isZone(zone)) return zone;
  const close = ZONES.filter((name) => isClose(name, zone)).slice(0, 3);
  const hint = close.length > 0 ? `Did you mean ${close.join(', ')}?` : 'Try Europe/Paris or UTC.';
  throw new UserError('bad-option', `"${zone.slice(0, 60)}" is not a time zone. ${hint}`);
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Finds zones whose name contains the text, as in "paris", "New York" and "Europe/Pari". */
function isClose(name: string, typed: string): boolean {
  const wanted = typed.toLowerCase().replaceAll(' ', '_');
  return wanted.length >= 3 && name.toLowerCase().includes(wanted);
}
