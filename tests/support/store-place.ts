import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { runSql } from './local-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of a project whose stores are in PostgreSQL. */
    postgresUrl?: string;
  }
}

/** Where a test has its store. */
export interface StorePlace {
  readonly url: string;
  /** Removes a database, even if others are connected to it. A test removes its own files. */
  remove(): Promise<void>;
}

/** Whether the stores of this project are in PostgreSQL. */
export const usesPostgres = (): boolean => inject('postgresUrl') !== undefined;

/**
 * A place for a new store: a database of its own in the project `e2e-postgres`, else `otherwise`. The database is in
 * a tablespace if one is named.
 */
export async function openStorePlace(
  otherwise = 'memory:',
  tablespace = 'pg_default',
): Promise<StorePlace> {
  const server = inject('postgresUrl');
  if (server === undefined) return { url: otherwise, remove: () => Promise.resolve() };
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runSql(server, `CREATE DATABASE ${name} TABLESPACE ${tablespace}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => runSql(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}
