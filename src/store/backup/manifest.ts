import type Database from 'libsql';
import { z } from 'zod';

/** What a backup is and has. It is in the backup itself, so that the two are never apart. */
export type Manifest = z.infer<typeof manifestSchema>;

const manifestSchema = z
  .object({
    /** The version of Dateline that wrote the backup. */
    dateline: z.string(),
    /** The schema version of the store that was copied. */
    schema: z.int().min(1),
    engine: z.literal('SQLite'),
    /** When the copy was begun, ISO 8601, UTC. */
    madeAt: z.iso.datetime(),
    /** Records by namespace, such as `{ articles: 20000, editions: 61 }`. */
    counts: z.record(z.string(), z.int().min(0)),
    /** Of all keys and values in order, 64 hexadecimal digits. */
    sha256: z.string().regex(/^[\da-f]{64}$/),
  })
  .readonly();

/** A table of its own, which a restored store no longer has. */
const TABLE = 'backup_manifest';

/** Writes the manifest into a copy of a store, instead of one that the store may have had. */
export function writeManifest(database: Database.Database, manifest: Manifest): void {
  database.exec(`DROP TABLE IF EXISTS ${TABLE}; CREATE TABLE ${TABLE} (json TEXT NOT NULL)`);
  database.prepare(`INSERT INTO ${TABLE} (json) VALUES (?)`).run([JSON.stringify(manifest)]);
}

/** Reads the manifest of a backup; undefined if it has none that can be read. */
export function readManifest(database: Database.Database): Manifest | undefined {
  try {
    const row = database.prepare(`SELECT json FROM ${TABLE}`).raw().get([]) as [string] | undefined;
    return row && manifestSchema.safeParse(JSON.parse(row[0])).data;
  } catch (error) {
    if (/no such table/.test(String(error)) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Takes the manifest out of a store that was a backup. */
export function removeManifest(database: Database.Database): void {
  database.exec(`DROP TABLE IF EXISTS ${TABLE}`);
}
