import { Client } from 'pg';
import { onAbort } from '../../abort.ts';
import type { EngineLock } from './engine.ts';
import { connectionSettings } from './postgres-connection.ts';

/** Locks of a PostgreSQL database. */
export interface PostgresLocks {
  /** Takes a lock; undefined if another process has it and doesn't share it. */
  lock(name: string, how: 'alone' | 'shared'): Promise<EngineLock | undefined>;
  /** Whether any process has a lock. */
  isLocked(name: string): Promise<boolean>;
  /** Releases all. */
  close(): Promise<void>;
}

/** Keeps the names apart from those of other programs in the database. */
const seed = 0x44746c6e;

const takes = {
  alone: 'SELECT pg_try_advisory_lock(hashtextextended($1, $2)) AS done',
  shared: 'SELECT pg_try_advisory_lock_shared(hashtextextended($1, $2)) AS done',
} as const;
const gives = {
  alone: 'SELECT pg_advisory_unlock(hashtextextended($1, $2)) AS done',
  shared: 'SELECT pg_advisory_unlock_shared(hashtextextended($1, $2)) AS done',
} as const;
/** The number of a lock is shown in two halves. */
const look = `SELECT EXISTS (
  SELECT FROM pg_locks, hashtextextended($1, $2) AS number
  WHERE locktype = 'advisory' AND granted AND objsubid = 1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND (classid::bigint << 32 | objid::bigint) = number
) AS done`;

/**
 * The server ends a session whose machine went away within about half a minute, and its locks with it. By default it
 * would wait for two hours. A session that only holds locks is idle, and must stay.
 */
const settings = `SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3;
  SET idle_session_timeout = 0`;

interface Session {
  /** Runs a statement about a lock, one after the other. */
  readonly ask: (sql: string, name: string) => Promise<boolean>;
  readonly ended: AbortSignal;
  close(): Promise<void>;
}

async function openSession(url: URL): Promise<Session> {
  const client = new Client({ connectionString: url.href, ...connectionSettings });
  const ended = new AbortController();
  const end = (): void => ended.abort();
  client.on('error', end);
  client.on('end', end);
  try {
    await client.connect();
    await client.query(settings);
  } catch (error) {
    await client.end();
    throw error;
  }
  let turn: Promise<unknown> = Promise.resolve();
  return {
    ask(sql, name) {
      const query = () => client.query<{ done: boolean }>(sql, [name, seed]);
      const answer = turn.then(query, query);
      turn = answer;
      return answer.then(({ rows }) => rows[0]?.done === true);
    },
    ended: ended.signal,
    close: () => client.end(),
  };
}

/**
 * Creates the locks: advisory locks of one session, which is opened with the first of them. The server frees them when
 * the session ends, however that happens. One session could take the same lock twice, so its caller must not.
 */
export function createPostgresLocks(url: URL): PostgresLocks {
  let opening: Promise<Session> | undefined;

  function open(): Promise<Session> {
    const session = openSession(url);
    const forget = (): void => {
      // By now, another one may have been opened.
      if (opening === session) opening = undefined;
    };
    session.then(({ ended }) => onAbort(ended, forget), forget);
    return session;
  }

  return {
    async lock(name, how) {
      const { ask, ended } = await (opening ??= open());
      if (!(await ask(takes[how], name))) return undefined;
      return {
        lost: ended,
        async release() {
          // With the session, the lock is gone.
          if (!ended.aborted) await ask(gives[how], name).catch(() => undefined);
        },
      };
    },
    async isLocked(name) {
      const { ask } = await (opening ??= open());
      return await ask(look, name);
    },
    async close() {
      const session = await opening?.catch(() => undefined);
      await session?.close();
    },
  };
}
