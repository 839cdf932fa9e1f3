import type { TestProject } from 'vitest/node';
import { startPostgres } from './local-postgres.ts';

/** Starts one PostgreSQL server for all tests of a project. `openStorePlace` makes their databases. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}
