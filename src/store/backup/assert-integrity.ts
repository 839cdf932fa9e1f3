import Database from 'libsql/promise';
import { UserError } from '../../errors.ts';

/** Reads every page of a database, on libsql's own thread. Throws a UserError with `message` if one is damaged. */
export async function assertIntegrity(path: string, message: string): Promise<void> {
  const database = new Database(path, {});
  try {
    // The statement that reads is synchronous, but `exec` is not. A fault of a page makes a row, no error.
    await database.exec(
      "CREATE TEMP TABLE found AS SELECT integrity_check AS fault FROM pragma_integrity_check(1, 'main')",
    );
    const statement = (await database.prepare('SELECT fault FROM found')) as {
      raw(): { get(values: readonly unknown[]): readonly [string] | undefined };
    };
    const fault = statement.raw().get([])?.[0];
    if (fault !== 'ok') throw new UserError('not-available', `${message} (${fault})`);
  } finally {
    database.close();
  }
}
