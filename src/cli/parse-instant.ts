import { UserError } from '../errors.ts';

/** Reads a time of the command line in ISO 8601. */
export function parseInstant(value: string): Date {
  const instant = new Date(value);
  if (!Number.isNaN(instant.getTime())) return instant;
  throw new UserError('bad-option', `"${value}" is not a time such as 2024-06-16T08:00:00Z.`);
}
