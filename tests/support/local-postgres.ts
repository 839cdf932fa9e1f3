import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findFreePort, findProgram, startServer, type LocalServer } from './local-server.ts';

const versions = '/usr/lib/postgresql';
const given = process.env['TEST_POSTGRES_URL'];
const programs = findPrograms();

/** Whether there is a PostgreSQL server for tests: TEST_POSTGRES_URL names one, or one is installed. */
export const postgresIsAvailable = given !== undefined || programs !== undefined;

/**
 * Starts a PostgreSQL server in a temporary folder, unless TEST_POSTGRES_URL names one.
 *
 * @param more Settings of the server, such as `fsync=on`. By default it doesn't wait for the disk.
 */
export async function startPostgres(more: readonly string[] = []): Promise<LocalServer> {
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };
  if (programs === undefined) throw new Error('There is no PostgreSQL here.');
  // PostgreSQL refuses to run as root, so root runs it as another user.
  const nobody = 65_534;
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const folder = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
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
  const port = await findFreePort();
  const url = `postgres://dateline@127.0.0.1:${port}/postgres`;
  const settings = ['listen_addresses=127.0.0.1', 'fsync=off', ...more].flatMap((setting) => [
    '-c',
    setting,
  ]);
  const stop = await startServer(
    programs.postgres,
    ['-D', data, '-p', String(port), '-k', folder, ...settings],
    { cwd: folder, ...user },
    () => runSql(url, 'SELECT 1'),
  );
  return {
    url,
    async stop() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Runs one statement on a new connection. */
export async function runSql(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
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
