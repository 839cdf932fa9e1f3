import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { postgresUser, runSql } from './local-postgres.ts';
import { openStorePlace, type StorePlace } from './store-place.ts';

/** A database whose files are on a disk of its own. PostgreSQL's log stays where it is, and has room. */
export async function openDatabaseOn(disk: string): Promise<StorePlace> {
  const server = inject('postgresUrl')!;
  const folder = join(disk, 'space');
  mkdirSync(folder);
  if (postgresUser !== undefined) chownSync(folder, postgresUser, postgresUser);
  const space = 'small_disk';
  await runSql(server, `CREATE TABLESPACE ${space} LOCATION '${folder}'`);
  const place = await openStorePlace('', space);
  return {
    url: place.url,
    async remove() {
      await place.remove();
      await runSql(server, `DROP TABLESPACE ${space}`);
    },
  };
}

/** Makes a database refuse writes, as a replica does, or take them again. Its clients have to connect again. */
export async function setReadOnly(url: string, isReadOnly: boolean): Promise<void> {
  const server = inject('postgresUrl')!;
  const name = new URL(url).pathname.slice(1);
  await runSql(server, `ALTER DATABASE ${name} SET default_transaction_read_only = ${isReadOnly}`);
  await runSql(
    server,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
  );
}
