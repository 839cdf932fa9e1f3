import type Database from 'libsql';
import { decodeValue } from '../engines/stored-value.ts';

/** The schema version of an open database; undefined if it has none that is a number. */
export function readSchemaVersion(database: Database.Database): number | undefined {
  const row = database
    .prepare("SELECT value FROM entries WHERE key = 'schema:version'")
    .raw()
    .get([]) as [string] | undefined;
  const version = row && decodeValue(row[0]);
  return typeof version === 'number' && Number.isInteger(version) ? version : undefined;
}
