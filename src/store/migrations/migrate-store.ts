import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { createRecordStore } from '../create-record-store.ts';
import type { Engine } from '../engines/engine.ts';
import { explainErrors } from '../explain-errors.ts';
import type { RecordStore } from '../record-store.ts';
import { KEEP } from '../record-store.ts';
import type { Migration } from './migration.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations.ts';

/** What opening a store does if an older Dateline wrote it. */
export interface MigrationOptions {
  /** `refuse` leaves the store as it is and throws a UserError. By default it is migrated. */
  readonly outdated?: 'migrate' | 'refuse';
  /** Told in a sentence what is done to the store; by default nobody is. */
  readonly onMigration?: (sentence: string) => void;
}

/** Backs the store up before it is changed, and says in a sentence where, or how a person does it. */
export type BackUpBefore = (version: number) => Promise<string>;

/** The whole record is the number. */
const versionSchema = z.int().min(1);

const KEY = 'version';

/**
 * Marks a new store with our schema version, migrates one that an older Dateline wrote, and refuses one that a newer
 * Dateline wrote. Each migration is followed by its number, so one that is killed is continued at the next opening.
 */
export async function migrateStore(
  engine: Engine,
  backUp: BackUpBefore,
  { outdated = 'migrate', onMigration = () => undefined }: MigrationOptions = {},
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const records = explainErrors(
    createRecordStore(engine, 'schema', versionSchema, () => undefined),
    (error) => engine.explain(error),
  );
  const newest = migrations.at(-1)?.version ?? SCHEMA_VERSION;
  if (await records.claim(KEY, newest)) return;
  const found = await records.get(KEY);
  if (found === newest) return;
  if (found === undefined || found > newest) throw refuseStore(found, newest);
  if (outdated === 'refuse') throw refuseOutdated(found, newest);
  onMigration(
    `The store was written by an older Dateline (schema ${found}) and is now changed to schema ${newest}.`,
  );
  onMigration(await backUp(found));
  for (const migration of migrations.filter(({ version }) => version > found)) {
    onMigration(`Schema ${migration.version}: ${migration.what}.`);
    await runMigration(migration, engine);
    await raiseVersion(records, migration.version);
  }
  onMigration(`The store has schema ${newest}.`);
}

async function runMigration({ run }: Migration, engine: Engine): Promise<void> {
  try {
    await run(engine);
  } catch (error) {
    throw engine.explain(error);
  }
}

/** Another process may have gone further. */
async function raiseVersion(records: RecordStore<number>, version: number): Promise<void> {
  await records.change(KEY, (present = 0) => (present < version ? version : KEEP));
}

function refuseStore(found: number | undefined, newest: number): UserError {
  return new UserError(
    'bad-config',
    found === undefined
      ? 'This store has an unreadable schema record. Restore it from a backup, or point STORE_URL at another store.'
      : `This store was written by a newer Dateline (schema ${found}, this one knows ${newest}). Update Dateline, or point STORE_URL at another store.`,
  );
}

function refuseOutdated(found: number, newest: number): UserError {
  return new UserError(
    'outdated',
    `This store was written by an older Dateline (schema ${found}, this one writes ${newest}). The next start of the bot makes a backup of it and changes it.`,
  );
}
