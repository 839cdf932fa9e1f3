import { table } from '../engines/postgres-table.ts';
import type { StoreAddress } from '../engines/parse-store-url.ts';

type ServerAddress = Exclude<StoreAddress, { engine: 'sqlite' }>;

/** Says with which commands the store of a server is backed up. They contain no password. */
export function describeServerBackup({ engine, url }: ServerAddress, file = 'FILE'): string {
  const address = withoutPassword(url);
  return engine === 'postgres'
    ? `This does, also while the bot runs: pg_dump --format=custom --no-owner --table=${table} --file=${quoteWord(file)} ${quoteWord(address)}`
    : `This does, also while the bot runs: redis-cli -u ${quoteWord(address)} --rdb ${quoteWord(file)}`;
}

/** Says with which commands the store of a server is restored. */
export function describeServerRestore({ engine, url }: ServerAddress, file = 'FILE'): string {
  const address = withoutPassword(url);
  return engine === 'postgres'
    ? `Stop the bot, then: pg_restore --clean --if-exists --no-owner --single-transaction --dbname=${quoteWord(address)} ${quoteWord(file)}`
    : `Stop the bot and Redis, put ${file} in the place of Redis's dump.rdb (and its appendonlydir aside), and start both again.`;
}

function withoutPassword(url: URL): string {
  const shown = new URL(url);
  shown.password = '';
  shown.searchParams.delete('password');
  return shown.href;
}

/** A word that a shell takes as it is. */
function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
