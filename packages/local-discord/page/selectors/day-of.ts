const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment in a zone: `2026-03-01`. */
export function dayOf(at: number, zone: string): string {
  // Making a format costs far more than using it.
  const known = formats.get(zone);
  const format = known ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  if (!known) formats.set(zone, format);
  return format.format(at);
}
