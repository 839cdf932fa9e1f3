import { UserError } from '../errors.ts';
import type { RecordStore } from './record-store.ts';

/** The version of how records are laid out. It grows when an older Dateline could no longer read them. */
const schemaVersion = 1;

const key = 'version';

/** Marks a new store with our version, and refuses one that a newer Dateline wrote. */
export async function checkSchema(records: RecordStore<unknown>): Promise<void> {
  if (await records.claim(key, schemaVersion)) return;
  const found = await records.get(key);
  if (found === schemaVersion) return;
  throw new UserError(
    'bad-config',
    typeof found === 'number' && found > schemaVersion
      ? `This store was written by a newer Dateline (schema ${found}, this one knows ${schemaVersion}). Update Dateline, or point STORE_URL at another store.`
      : 'This store has an unreadable schema record. Restore it from a backup, or point STORE_URL at another store.',
  );
}
