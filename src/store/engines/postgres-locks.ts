import { Client } from 'pg';
import type { EngineLock } from './engine.ts';

/** Locks of a PostgreSQL database. */
export interface PostgresLocks {
  /** Takes a lock; undefined if another process has it. */
  lock(name: string): Promise<EngineLock | undefined>;
  /** Releases all. */
  close(): Promise<void>;
}

/** Keeps the names apart from those of other programs in the database. */
const seed = 0x44746c6e;

const take = 'SELECT pg_try_advisory_lock(hashtextextended($1, $2)) AS taken';
const give = 'SELECT pg_advisory_unlock(hashtextextended($1, $2))';

/**
 * The server ends a session whose machine went away within about half a minute, and its locks with it. By default it
 * would wait for two hours. A session that only holds locks is idle, and must stay.
 */
const settings = `SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3;
  SET idle_session_timeout = 0`;

interface Session {
  readonly client: Client;
  readonly ended: AbortController;
}

/**
 * Creates the locks: advisory locks of one session, which is opened with the first of them. The server frees them when
 * the session ends, however that happens. One session could take the same lock twice, so its caller must not.
 */
export function createPostgresLocks(url: URL): PostgresLocks {
  let opening: Promise<Session> | undefined;

  async function open(): Promise<Session> {
    const client = new Client({ connectionString: url.href, keepAlive: true });
    const ended = new AbortController();
    const end = (): void => {
      opening = undefined;
      ended.abort();
    };
    client.on('error', end);
    client.on('end', end);
    try {
      await client.connect();
      await client.query(settings);
    } catch (error) {
      end();
      await client.end().catch(() => undefined);
      throw error;
    }
    return { client, ended };
  }

  return {
    async lock(name) {
      const { client, ended } = await (opening ??= open());
      const { rows } = await client.query<{ taken: boolean }>(take, [name, seed]);
      if (rows[0]?.taken !== true) return undefined;
      return {
        lost: ended.signal,
        async release() {
          // With the session, the lock is gone.
          if (!ended.signal.aborted) await client.query(give, [name, seed]).catch(() => undefined);
        },
      };
    },
    async close() {
      const session = await opening?.catch(() => undefined);
      await session?.client.end();
    },
  };
}
