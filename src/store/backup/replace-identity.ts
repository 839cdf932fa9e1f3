import { randomUUID } from 'node:crypto';
import type Database from 'libsql';
import { encodeValue } from '../engines/stored-value.ts';

/**
 * Gives an open database another identity, if it has one. What was derived from the store that it is a copy of, such
 * as a saved index, then doesn't pass for its own, and a bot notices that its store was replaced.
 */
export function replaceIdentity(database: Database.Database): void {
  database
    .prepare("UPDATE entries SET value = ? WHERE key = 'schema:identity'")
    .run([encodeValue(randomUUID())]);
}
