import { checkSchema } from './check-schema.ts';
import { createStore, type Store, type StoreOptions } from './create-store.ts';
import { openEngine } from './engines/open-engine.ts';
import { parseStoreUrl } from './engines/parse-store-url.ts';
import { watchStore } from './watch-store.ts';

/**
 * Opens the store at `url`: `sqlite:data/store/dateline.sqlite`, `postgres://…`, `redis://…` or `memory:`.
 * If it cannot be opened, throws a UserError that says what to do and contains no credentials.
 */
export async function openStore<Types = unknown>(
  url: string,
  options: StoreOptions<Types> = {},
): Promise<Store<Types>> {
  const engine = await openEngine(parseStoreUrl(url));
  try {
    await checkSchema(engine);
    return createStore(engine, options, await watchStore(engine));
  } catch (error) {
    await engine.close();
    throw error;
  }
}
