import type { Row } from './engine.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/**
 * The rows under `prefix` after `after`, a page at a time. No read transaction stays open in between:
 * an open one would keep the write-ahead log from being emptied for as long as the reader takes.
 */
export async function* sqlitePages(
  connection: SqliteConnection,
  prefix: string,
  after?: string,
): AsyncGenerator<readonly Row[], void> {
  for (;;) {
    const from = after;
    const rows = await connection.read(({ page }) => page(prefix, from));
    after = rows.at(-1)?.[0];
    if (after === undefined) return;
    yield rows;
    await new Promise(setImmediate);
  }
}
