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
  if ((await readNumber(database, 'PRAGMA auto_vacuum')) !== INCREMENTAL) return;
  for (let tries = 0; tries < MOST_TRIES;) {
    if (signal?.aborted) return;
    const free = await readNumber(database, 'PRAGMA freelist_count');
    if (free === 0) return;
    tries = (await freeSome(database, free)) ? 0 : tries + 1;
    await sleep(PAUSE_MS);
  }
}

/** Frees some pages; false if others are writing, or if there is nothing to free any more. */
async function freeSome(database: AsyncDatabase, free: number): Promise<boolean> {
  try {
    await database.exec(`PRAGMA incremental_vacuum(${PAGES_A_STEP})`);
    return (await readNumber(database, 'PRAGMA freelist_count')) < free;
  } catch (error) {
    if (!isBusy(error)) throw error;
    return false;
  }
}

/** What `PRAGMA auto_vacuum` answers if pages are freed on demand. */
const INCREMENTAL = 2;

async function readNumber(database: AsyncDatabase, sql: string): Promise<number> {
  const statement = await database.prepare(sql);
  const row: unknown = await statement.raw().get([]);
  return (row as [number])[0];
}
