const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns the date of an instant in a time zone: `2026-03-01`. */
export function dayOf(at: number, zone: string): string {
  // Creating a format takes far longer than using it.
  const known = formats.get(zone);
  const format = known ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  if (!known) formats.set(zone, format);
  return format.format(at);
}
