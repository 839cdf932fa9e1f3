import { isDeepStrictEqual } from 'node:util';
import Database from 'libsql';
import { UserError } from '../../errors.ts';
import { kindOf } from '../engines/explain-sqlite-error.ts';
import { SCHEMA_VERSION } from '../migrations/migrations.ts';
import { assertIntegrity } from './assert-integrity.ts';
import { readManifest, type Manifest } from './manifest.ts';
import type { OnProgress } from './on-progress.ts';
import { readFileKind } from './read-file-kind.ts';
import { countEntries, sumEntries } from './sum-entries.ts';

/**
 * Reads the manifest of a backup and whether this Dateline can restore it. Throws a UserError for any other file, and
 * for a backup of a newer Dateline.
 */
export function readBackup(file: string): Manifest {
  const kind = readFileKind(file);
  if (kind === 'missing') throw new UserError('not-found', `There is no file ${file}.`);
  const manifest = kind === 'resting-store' ? readFrom(file) : undefined;
  if (manifest === undefined) {
    throw new UserError(
      'bad-input',
      `${file} is not a backup that \`dateline backup\` wrote, or it is damaged.`,
    );
  }
  if (manifest.schema > SCHEMA_VERSION) {
    throw new UserError(
      'bad-config',
      `${file} was written by a newer Dateline (${manifest.dateline}, schema ${manifest.schema}; this one knows ${SCHEMA_VERSION}). Update Dateline, then restore it.`,
    );
  }
  return manifest;
}

/** Compares a backup with its manifest, all of it. Throws a UserError if it is damaged. */
export async function verifyBackup(
  file: string,
  manifest: Manifest,
  onProgress: OnProgress,
): Promise<void> {
  onProgress('check', 0);
  const damaged = `The backup is damaged. Use another one; the store is unchanged.`;
  await assertIntegrity(file, damaged);
  const database = new Database(file);
  try {
    const total = Math.max(1, countEntries(database));
    const found = await sumEntries(database, (rows) => onProgress('sum', rows / total));
    const { counts, sha256 } = manifest;
    if (!isDeepStrictEqual(found, { counts, sha256 })) {
      throw new UserError(
        'not-available',
        `${damaged} (Its checksum is not that of its manifest.)`,
      );
    }
  } finally {
    database.close();
  }
}

function readFrom(file: string): Manifest | undefined {
  const database = new Database(file);
  try {
    return readManifest(database);
  } catch (error) {
    // A file that was cut off, or whose first pages are damaged.
    if (['CORRUPT', 'NOTADB', 'IOERR'].includes(kindOf(error))) return undefined;
    throw error;
  } finally {
    database.close();
  }
}
