import type { Engine } from './engine.ts';
import type { StoreAddress } from './parse-store-url.ts';

/** Opens a database. Each engine is imported only when it is asked for: SQLite users never load the other drivers. */
export async function openEngine(address: StoreAddress): Promise<Engine> {
  if (address.engine === 'sqlite') {
    const { openSqliteEngine } = await import('./sqlite-engine.ts');
    return openSqliteEngine(address.path);
  }
  if (address.engine === 'postgres') {
    const { openPostgresEngine } = await import('./postgres-engine.ts');
    return openPostgresEngine(address.url);
  }
  const { openRedisEngine } = await import('./redis/redis-engine.ts');
  return openRedisEngine(address.url);
}
