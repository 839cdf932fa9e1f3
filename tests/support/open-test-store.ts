import { RECORDS, type Records } from '../../src/run/records.ts';
import type { Store } from '../../src/store/create-store.ts';
import { openStore } from '../../src/store/open-store.ts';

/** A store with every kind of record that the bot has. */
export type TestStore = Store<Records>;

/** Opens a store with every kind of record that the bot has; by default one in memory. */
export function openTestStore(url = 'memory:'): Promise<TestStore> {
  return openStore(url, { records: RECORDS });
}
