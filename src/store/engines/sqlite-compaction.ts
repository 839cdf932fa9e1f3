import { setTimeout as sleep } from 'node:timers/promises';
import type Database from 'libsql/promise';
import { isBusy } from './explain-sqlite-error.ts';

type AsyncDatabase = InstanceType<typeof Database>;

/** Pages freed in one transaction, half a megabyte: other writers wait for it for some milliseconds. */
const PAGES_A_STEP = 128;

/** The pause after a step, in which others write. */
const PAUSE_MS = 20;

/** Other processes that write come first: a step is tried so often before compaction is left to the next time. */
const MOST_TRIES = 50;

/**
 * Gives the free pages of a database back to the disk, a few at a time, on a connection of its own thread. It ends
 * without having given all back if others keep writing, or if `signal` is aborted: the next time goes on. A store
 * from before it was set up for this has `auto_vacuum` off; its free pages are used again for new articles.
 */
export async function compactSqlite(database: AsyncDatabase, signal?: AbortSignal): Promise<void> {
  const isReady = (await readNumber(database, 'PRAGMA auto_vacuum')) === INCREMENTAL;
  let tries = 0;
  while (isReady && !signal?.aborted && tries < MOST_TRIES) {
    const free = await readNumber(database, 'PRAGMA freelist_count');
    if (free === 0) break;
    try {
      await database.exec(`PRAGMA incremental_vacuum(${PAGES_A_STEP})`);
      // Nothing more can be given back.
      if ((await readNumber(database, 'PRAGMA freelist_count')) >= free) tries += 1;
      else tries = 0;
    } catch (error) {
      if (!isBusy(error)) throw error;
      tries += 1;
    }
    await sleep(PAUSE_MS);
  }
}

/** What `PRAGMA auto_vacuum` answers if pages are freed on demand. */
const INCREMENTAL = 2;

async function readNumber(database: AsyncDatabase, sql: string): Promise<number> {
  const statement = await database.prepare(sql);
  const row: unknown = await statement.raw().get([]);
  return (row as [number])[0];
}
