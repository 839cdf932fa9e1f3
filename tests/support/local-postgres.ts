import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findProgram, startServer, type LocalServer } from './local-server.ts';
import { findQuietPort } from './quiet-port.ts';

const versions = '/usr/lib/postgresql';
const given = process.env['TEST_POSTGRES_URL'];
const programs = findPrograms();

/** Whether there is a PostgreSQL server for tests: TEST_POSTGRES_URL names one, or one is installed. */
export const postgresIsAvailable = given !== undefined || programs !== undefined;

/** PostgreSQL refuses to run as root, so root runs it as another user. Undefined: the user of the tests. */
export const postgresUser = process.getuid?.() === 0 ? 65_534 : undefined;

/** Whether the server is on this machine, with its files. */
export const postgresIsHere = given === undefined && programs !== undefined;

/** Whether a server can be stopped and started again: one is installed. */
export const postgresCanBeStopped = programs !== undefined;

/** A PostgreSQL server of this test alone. */
export interface OwnPostgres extends LocalServer {
  /** Stops the server as its administrator does (`fast`), or as a crash does (`immediate`). */
  halt(mode: 'fast' | 'immediate'): Promise<void>;
  /** Starts it again, at the same address. */
  resume(): Promise<void>;
  /** The id of its first process; undefined while it is stopped. */
  processId(): number | undefined;
}

/**
 * Starts a PostgreSQL server in a temporary folder, unless TEST_POSTGRES_URL names one.
 *
 * @param more Settings of the server, such as `fsync=on`. By default it doesn't wait for the disk.
 */
export async function startPostgres(more: readonly string[] = []): Promise<LocalServer> {
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };
  return await startOwnPostgres(more);
}

/** Starts a PostgreSQL server in a temporary folder. */
export async function startOwnPostgres(more: readonly string[] = []): Promise<OwnPostgres> {
  if (programs === undefined) throw new Error('There is no PostgreSQL here.');
  const user = postgresUser === undefined ? {} : { uid: postgresUser, gid: postgresUser };
  const folder = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
  if (postgresUser !== undefined) chownSync(folder, postgresUser, postgresUser);
  const data = join(folder, 'data');
  const setup = [
    '-D',
    data,
    '-U',
    'dateline',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ];
  execFileSync(programs.initdb, setup, { stdio: 'ignore', cwd: folder, ...user });
  // No connection may take its port while it is stopped.
  const port = await findQuietPort();
  const url = `postgres://dateline@127.0.0.1:${port}/postgres`;
  // Tests that run at once have stores and programs of their own, each with a pool of connections.
  const settings = [
    'listen_addresses=127.0.0.1',
    'fsync=off',
    'max_connections=300',
    ...more,
  ].flatMap((setting) => ['-c', setting]);
  const start = () =>
    startServer(
      programs.postgres,
      ['-D', data, '-p', String(port), '-k', folder, ...settings],
      { cwd: folder, ...user },
      () => runSql(url, 'SELECT 1'),
    );
  let stop = await start();
  return {
    url,
    halt: (mode) => stop(MODES[mode]),
    async resume() {
      stop = await start();
    },
    processId() {
      try {
        return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
      } catch {
        return undefined;
      }
    },
    async stop() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** https://www.postgresql.org/docs/current/server-shutdown.html */
const MODES = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** Runs one statement on a new connection. */
export async function runSql(url: string, sql: string): Promise<void> {
  await readSql(url, sql);
}

/** The rows of one statement on a new connection. */
export async function readSql(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  // What fails says so by itself. A server that is stopped ends the connection besides.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** PostgreSQL's programs, which Debian doesn't have on the PATH. */
function findPrograms(): { initdb: string; postgres: string } | undefined {
  const folders = existsSync(versions)
    ? readdirSync(versions).map((version) => join(versions, version, 'bin'))
    : [];
  const initdb = findProgram('initdb', folders);
  const postgres = findProgram('postgres', folders);
  return initdb === undefined || postgres === undefined ? undefined : { initdb, postgres };
}
