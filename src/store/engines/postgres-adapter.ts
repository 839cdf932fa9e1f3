import { KeyvPostgres } from '@keyv/postgres';
import type { Query } from './postgres-connection.ts';
import { table } from './postgres-table.ts';

interface Options {
  dialect: 'postgres';
  table: string;
  run: Query;
}

/**
 * @keyv/postgres on our connection. Its own pool is one for the whole process, which the first store to
 * close would take from the others, and nobody listens to that pool's errors: a restarted server would
 * end the bot.
 */
export class PostgresAdapter extends KeyvPostgres {
  constructor(run: Query) {
    super({ dialect: 'postgres', table, run } as Options);
  }

  /** Called by the constructor above, so what it needs comes through `opts`. */
  override connect(): Promise<Query> {
    return Promise.resolve((this.opts as Options).run);
  }

  /** The connection is the engine's to close. */
  override disconnect(): Promise<void> {
    return Promise.resolve();
  }
}
