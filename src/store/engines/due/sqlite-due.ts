import type { Row } from '../engine.ts';
import type { SqliteConnection } from '../sqlite-connection.ts';
import { listDueRanges } from './due-index.ts';

/** The rows of a namespace that are due at `now`, a page at a time; see `Engine.due`. */
export async function* sqliteDue(
  connection: SqliteConnection,
  namespace: string,
  now: string,
): AsyncGenerator<readonly Row[], void> {
  if (!(await connection.read((table) => table.isDueIndexed(namespace))))
    await connection.write((table) => table.indexDue(namespace));
  for (const range of listDueRanges(now)) {
    for (let { after } = range; ;) {
      const next = { ...range, after };
      const rows = await connection.read((table) => table.duePage(namespace, next));
      const last = rows.at(-1);
      if (!last) break;
      after = last[2];
      yield rows.map(([key, value]): Row => [key, value]);
      await new Promise(setImmediate);
    }
  }
}
