import { Temporal } from 'temporal-polyfill';

/** The canonical names of all IANA time zones that this Node knows: UTC first, then by name. */
export const ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
];

/**
 * Reads the name of a zone as the slots of a schedule will: its usual spelling, or undefined. Intl can't be asked,
 * because it knows names with another meaning: in Node 20 its "BST" is Bangladesh's.
 */
export function readZone(zone: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return undefined;
  }
}
