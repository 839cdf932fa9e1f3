import { readdirSync, readFileSync } from 'node:fs';
import { readSql, startOwnPostgres } from '../../tests/support/local-postgres.ts';

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

const TICKS_A_SECOND = 100;
/** Not the one that asks. */
const SESSIONS = `SELECT count(*) - 1 AS count FROM pg_stat_activity WHERE backend_type = 'client backend'`;

/** Starts a server of its own, which waits for the disk as a host's does. Throws if PostgreSQL isn't installed. */
export async function openRestartablePostgres(): Promise<RestartablePostgres> {
  const server = await startOwnPostgres(['fsync=on']);
  let spentBefore = 0;
  const cpuSeconds = (): number => {
    const pid = server.processId();
    return spentBefore + (pid === undefined ? 0 : sumCpuSeconds(pid));
  };
  return {
    url: server.url,
    start: () => server.resume(),
    async stop(how) {
      spentBefore = cpuSeconds();
      await server.halt(how);
    },
    async countSessions() {
      try {
        const [row] = await readSql(server.url, SESSIONS);
        return Number((row as { readonly count: string }).count);
      } catch {
        return undefined;
      }
    },
    cpuSeconds,
    close: () => server.stop(),
  };
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
