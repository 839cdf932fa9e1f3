import { join } from 'node:path';
import { parseStoreUrl } from '../../store/engines/parse-store-url.ts';

/** The folder for the indexes of stores that are on a server, relative to the working folder. */
const FOLDER = 'data/store';

/**
 * Where the index of a store is saved: beside a SQLite file; for a server in the folder of the data, under the store's
 * identity. Undefined for a store in memory, which is gone at the next start.
 */
export function indexPath(storeUrl: string, identity: string): string | undefined {
  const address = parseStoreUrl(storeUrl);
  if (address.engine === 'sqlite') {
    return address.path === ':memory:' ? undefined : `${address.path}.index`;
  }
  // A store that others can write to must not choose any other name.
  return /^[\w-]+$/.test(identity) ? join(FOLDER, `${identity}.index`) : undefined;
}
