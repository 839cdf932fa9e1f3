import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findProgram } from '../../tests/support/local-server.ts';
import { findQuietPort } from './quiet-port.ts';

/** A PostgreSQL server on loopback that can be stopped and started. */
export interface RestartablePostgres {
  readonly url: string;
  /** `fast` ends all sessions, `immediate` crashes: the server has to recover. */
  stop(how: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  /** Sessions of clients; undefined while it is stopped. */
  countSessions(): Promise<number | undefined>;
  /** Seconds of processor time so far, of all of its processes. */
  cpuSeconds(): number;
  close(): Promise<void>;
}

const VERSIONS = '/usr/lib/postgresql';
const NOBODY = 65_534;
const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;
const TICKS_A_SECOND = 100;

/** Creates a database in a temporary folder and starts its server. Throws if PostgreSQL isn't installed. */
export async function openRestartablePostgres(): Promise<RestartablePostgres> {
  const folders = readdirSync(VERSIONS).map((version) => join(VERSIONS, version, 'bin'));
  const initdb = findProgram('initdb', folders);
  const postgres = findProgram('postgres', folders);
  if (initdb === undefined || postgres === undefined) throw new Error('PostgreSQL is not here.');
  const folder = mkdtempSync(join(tmpdir(), 'dateline-soak-postgres-'));
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = ['-D', data, '-U', 'dateline', '-A', 'trust', '-E', 'UTF8', '--locale=C'];
  execFileSync(initdb, options, { stdio: 'ignore', cwd: folder, ...user });
  const port = await findQuietPort();
  const url = `postgres://dateline@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;
  let spentBefore = 0;
  process.once('exit', () => server?.kill('SIGKILL'));

  const own: RestartablePostgres = {
    url,
    async start() {
      const args = [
        '-D',
        data,
        '-p',
        String(port),
        '-k',
        folder,
        '-c',
        'listen_addresses=127.0.0.1',
      ];
      server = spawn(postgres, args, { stdio: 'ignore', cwd: folder, ...user });
      while ((await own.countSessions()) === undefined) await sleep(100);
    },
    async stop(how) {
      if (!server) return;
      spentBefore = own.cpuSeconds();
      const ended = once(server, 'exit');
      server.kill(SIGNALS[how]);
      await ended;
      server = undefined;
    },
    async countSessions() {
      const client = new Client({ connectionString: url });
      client.on('error', () => undefined);
      try {
        await client.connect();
        const sql = `SELECT count(*) AS count FROM pg_stat_activity WHERE backend_type = 'client backend'`;
        const { rows } = await client.query<{ count: string }>(sql);
        // Not the one that asks.
        return Number(rows[0]?.count) - 1;
      } catch {
        return undefined;
      } finally {
        await client.end().catch(() => undefined);
      }
    },
    cpuSeconds: () => spentBefore + (server?.pid === undefined ? 0 : sumCpuSeconds(server.pid)),
    async close() {
      await own.stop('fast');
      rmSync(folder, { recursive: true });
    },
  };
  await own.start();
  return own;
}

/** The processor time of a process, of its children, and of those that have ended. */
function sumCpuSeconds(pid: number): number {
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const fields = readStat(name);
    const isOwn = Number(name) === pid;
    if (isOwn || Number(fields[1]) === pid) ticks += Number(fields[11]) + Number(fields[12]);
    if (isOwn) ticks += Number(fields[13]) + Number(fields[14]);
  }
  return ticks / TICKS_A_SECOND;
}

/** The fields after the name of the program, which may have spaces. See proc(5). */
function readStat(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
