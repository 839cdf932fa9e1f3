import type { Store } from '../../store/create-store.ts';
import type { Records } from '../records.ts';
import type { ServerFile } from './server-file.ts';
import { listKinds, SERVER_KINDS, type Destination, type StoredKind } from './server-kinds.ts';

/** What became of the records of one kind. */
export interface KindCounts {
  readonly name: string;
  readonly added: number;
  /** The store had a record under that key, which stays as it is. */
  readonly present: number;
  /** They have no meaning in another server. */
  readonly left: number;
}

/** The result of importing a server. */
export interface ImportedServer {
  readonly kinds: readonly KindCounts[];
  /** What could not be imported, each with its reason. */
  readonly skipped: readonly string[];
}

/**
 * Stores the records of a server file, each by itself. What the store has already is never changed, so importing a
 * file twice changes nothing, and neither does what managers have changed since come undone. A record that cannot be
 * read, or that is not the server's, is skipped.
 */
export async function importServer(
  store: Store<Records>,
  { guildId, records }: Pick<ServerFile, 'guildId' | 'records'>,
  to: string,
  now: Date,
): Promise<ImportedServer> {
  const skipped: string[] = [];
  const kinds: KindCounts[] = [];
  const destination: Destination = { from: guildId, to, now };
  for (const kind of listKinds(store)) {
    const given = Object.entries(records[kind.namespace] ?? {});
    kinds.push(await importKind(kind, given, destination, (why) => skipped.push(why)));
  }
  for (const [kind, given] of Object.entries(records)) {
    if (Object.hasOwn(SERVER_KINDS, kind)) continue;
    skipped.push(
      `${kind}: ${Object.keys(given).length}, of a kind that this Dateline does not know`,
    );
  }
  return { kinds, skipped };
}

async function importKind(
  { namespace, name, schema, records, isOwn, move }: StoredKind,
  given: readonly (readonly [key: string, value: unknown])[],
  destination: Destination,
  skip: (why: string) => void,
): Promise<KindCounts> {
  let added = 0;
  let present = 0;
  let left = 0;
  for (const [key, raw] of given) {
    const value = schema.safeParse(raw).data;
    if (value === undefined) {
      skip(`${namespace} ${key}: it cannot be read`);
    } else if (!isOwn(key, value, destination.from)) {
      skip(`${namespace} ${key}: it is not of server ${destination.from}`);
    } else {
      const moved = move(key, value, destination);
      if (moved === undefined) left += 1;
      else if (await records.claim(...moved)) added += 1;
      else present += 1;
    }
  }
  return { name, added, present, left };
}
