import type { ArticleStore } from './article-store.ts';
import { checkSchema } from './check-schema.ts';
import { createArticleStore } from './create-article-store.ts';
import { createRecordStore, type OnSkipped, type ParseRecord } from './create-record-store.ts';
import type { Engine, EngineName } from './engines/engine.ts';
import { explainErrors } from './explain-errors.ts';
import { parseStoreUrl, type StoreAddress } from './engines/parse-store-url.ts';
import type { RecordStore } from './record-store.ts';

/** Everything that Dateline keeps, on one database. */
export interface Store {
  /** The database's name, fit to be shown: it holds no address and no credentials. */
  readonly engine: EngineName;
  readonly articles: ArticleStore;
  /** The records of one kind. Those that `parse` does not accept are skipped, and `onSkipped` is told. */
  records<T>(namespace: string, parse?: ParseRecord<T>): RecordStore<T>;
  close(): Promise<void>;
}

/** Options of `openStore`. */
export interface StoreOptions {
  /** Told of each record that could not be read, with the reason; by default nobody is. */
  readonly onSkipped?: OnSkipped;
}

/**
 * Opens the store at `url`: `sqlite:data/store/dateline.sqlite`, `postgres://…`, `redis://…` or `memory:`.
 * Throws a UserError that says what to do, without credentials, where it cannot be opened.
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const engine = await openEngine(parseStoreUrl(url));
  const onSkipped = options.onSkipped ?? (() => undefined);
  const explain = (error: unknown): unknown => engine.explain(error);
  const store: Store = {
    engine: engine.name,
    articles: explainErrors(createArticleStore(engine, onSkipped), explain),
    records: <T>(namespace: string, parse: ParseRecord<T> = (raw) => raw as T) =>
      explainErrors(createRecordStore(engine, namespace, parse, onSkipped), explain),
    close: () => engine.close(),
  };
  try {
    await checkSchema(store.records<unknown>('schema'));
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Each engine is imported where it is asked for: SQLite users never load the other drivers. */
async function openEngine(address: StoreAddress): Promise<Engine> {
  if (address.engine === 'sqlite') {
    const { openSqliteEngine } = await import('./engines/sqlite-engine.ts');
    return openSqliteEngine(address.path);
  }
  if (address.engine === 'postgres') {
    const { openPostgresEngine } = await import('./engines/postgres-engine.ts');
    return openPostgresEngine(address.url);
  }
  const { openRedisEngine } = await import('./engines/redis-engine.ts');
  return openRedisEngine(address.url);
}
