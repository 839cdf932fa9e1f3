import type { CliIo } from '../io.ts';
import { RECORDS, type Records } from '../run/records.ts';
import type { Store } from '../store/create-store.ts';
import { openStore } from '../store/open-store.ts';

/** Opens a store with every kind of record, and says which of them cannot be read. */
export function openRecords(storeUrl: string, io: CliIo): Promise<Store<Records>> {
  return openStore(storeUrl, {
    records: RECORDS,
    onSkipped: (key, reason) => io.err(`${key} was left out: ${reason}.`),
    onMigration: io.err,
  });
}
