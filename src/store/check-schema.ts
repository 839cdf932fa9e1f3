import { z } from 'zod';
import { UserError } from '../errors.ts';
import { createRecordStore } from './create-record-store.ts';
import type { Engine } from './engines/engine.ts';
import { explainErrors } from './explain-errors.ts';

/** The version of the layout of all records. It grows when an older Dateline could no longer read them. */
const schemaVersion = 1;

/** The whole record is the number. */
const versionSchema = z.int();

const key = 'version';

/** Marks a new store with our version, and refuses one that a newer Dateline wrote. */
export async function checkSchema(engine: Engine): Promise<void> {
  const records = explainErrors(
    createRecordStore(engine, 'schema', versionSchema, () => undefined),
    (error) => engine.explain(error),
  );
  if (await records.claim(key, schemaVersion)) return;
  const found = await records.get(key);
  if (found === schemaVersion) return;
  throw new UserError(
    'bad-config',
    found !== undefined && found > schemaVersion
      ? `This store was written by a newer Dateline (schema ${found}, this one knows ${schemaVersion}). Update Dateline, or point STORE_URL at another store.`
      : 'This store has an unreadable schema record. Restore it from a backup, or point STORE_URL at another store.',
  );
}
