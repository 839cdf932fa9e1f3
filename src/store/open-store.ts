import { createStore, type Store, type StoreOptions } from './create-store.ts';
import { openEngine } from './engines/open-engine.ts';
import { parseStoreUrl, type StoreAddress } from './engines/parse-store-url.ts';
import { migrateStore, type MigrationOptions } from './migrations/migrate-store.ts';
import { watchStore } from './watch-store.ts';

/** What to store, and what to do if an older Dateline wrote the store. */
export type OpenOptions<Types> = StoreOptions<Types> & MigrationOptions;

/**
 * Opens the store at `url`: `sqlite:data/store/dateline.sqlite`, `postgres://…`, `redis://…` or `memory:`.
 * If it cannot be opened, throws a UserError that says what to do and contains no credentials.
 */
export async function openStore<Types = unknown>(
  url: string,
  options: OpenOptions<Types> = {},
): Promise<Store<Types>> {
  const address = parseStoreUrl(url);
  const engine = await openEngine(address);
  try {
    await migrateStore(engine, (version) => backUp(address, version), options);
    return createStore(engine, options, await watchStore(engine));
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Loaded only when it is needed: nearly every store that is opened is of this version. */
async function backUp(address: StoreAddress, version: number): Promise<string> {
  const { backUpBefore } = await import('./migrations/back-up-before.ts');
  return backUpBefore(address, version, new Date());
}
