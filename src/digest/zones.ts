import { UserError } from '../errors.ts';

/** Every IANA time zone that this Node knows by its main name, UTC first, then by name. */
export const ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
];

/**
 * Checks the name of a time zone, in any case: "europe/paris" gives "Europe/Paris". Names that
 * Node takes for another one ("Asia/Kolkata") stay as they were typed. Throws a UserError with
 * close names.
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

/** "paris", "New York" and "Europe/Pari" are each close to a zone that holds them. */
function isClose(name: string, typed: string): boolean {
  const wanted = typed.toLowerCase().replaceAll(' ', '_');
  return wanted.length >= 3 && name.toLowerCase().includes(wanted);
}
