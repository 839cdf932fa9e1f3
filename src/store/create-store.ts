import type { z } from 'zod';
import type { ArticleStore } from './article-store.ts';
import { createArticleStore } from './create-article-store.ts';
import { createRecordStore, type OnSkipped } from './create-record-store.ts';
import type { Engine, EngineName } from './engines/engine.ts';
import { explainErrors } from './explain-errors.ts';
import { createLocks, type Locks } from './locks.ts';
import type { RecordStore } from './record-store.ts';
import type { RecordTable } from './record-table.ts';
import type { ArticleSearch } from './search/article-search.ts';
import type { UnwritableStoreError } from './store-fault.ts';
import { watchFunctions, type StoreWatch } from './watch-store.ts';
import { noteRefusals, watchWrites, type WriteListener } from './watch-writes.ts';

/** Everything that Dateline keeps, in one database. `Types` has the type of the records in each namespace. */
export interface Store<Types = unknown> {
  /** The database's name, fit to be shown: it contains no address and no credentials. */
  readonly engine: EngineName;
  /** A random id that the store has had from its beginning. A copy has the same; '' for a store that nobody watches. */
  readonly identity: string;
  readonly articles: ArticleStore;
  /** Finds articles without an index in memory; absent if the database can't. */
  readonly search?: ArticleSearch;
  /** The records of one kind. Those that its schema does not accept are skipped and reported. */
  records<Namespace extends keyof Types & string>(
    namespace: Namespace,
  ): RecordStore<Types[Namespace]>;
  /** Locks that are held by one process on the store at a time. */
  readonly locks: Locks;
  /**
   * Checks that the store is still the one that was opened. Rejects with a UserError if it isn't. If it refused a
   * write, also finds out whether it takes writes again.
   */
  check(): Promise<void>;
  /** Why nothing can be stored at the moment; undefined if the store takes writes, as far as is known. */
  writeFault(): UnwritableStoreError | undefined;
  /** How much room everything takes, in bytes: on the disk, or in the memory of a Redis. */
  measureBytes(): Promise<number>;
  /** Gives the space of what was removed back to the disk, in small steps. Ends early if `signal` is aborted. */
  compact(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Options of a store. */
export interface StoreOptions<Types> {
  /** The kinds of records to store; by default none, only articles. */
  readonly records?: RecordTable<Types>;
  /** Called with each record that could not be read, and the reason; by default nothing is. */
  readonly onSkipped?: OnSkipped;
  /** Told of each write that the store refuses although it can be read. */
  readonly onWrites?: WriteListener;
}

const UNWATCHED: StoreWatch = {
  identity: '',
  assertKnown: () => undefined,
  check: () => Promise.resolve(),
};

/** Creates a store on an open engine, and closes the engine with it. */
export function createStore<Types>(
  engine: Engine,
  { records: table, onSkipped = () => undefined, onWrites }: StoreOptions<Types>,
  watch: StoreWatch = UNWATCHED,
): Store<Types> {
  const writes = watchWrites(engine, onWrites);
  const explain = <T extends object>(functions: T): T =>
    explainErrors(functions, (error) => engine.explain(error));
  const prepare = <T extends object>(functions: T): T =>
    noteRefusals(explain(watchFunctions(functions, watch)), writes);
  return {
    engine: engine.name,
    identity: watch.identity,
    articles: prepare(createArticleStore(engine, onSkipped)),
    ...(engine.search && { search: prepare(engine.search) }),
    records<Namespace extends keyof Types & string>(
      namespace: Namespace,
    ): RecordStore<Types[Namespace]> {
      const schema: z.ZodType<Types[Namespace]> | undefined = table?.[namespace];
      if (!schema) throw new Error(`The store was opened without records in "${namespace}".`);
      return prepare(createRecordStore(engine, namespace, schema, onSkipped));
    },
    locks: createLocks({
      ...(engine.lock && explain({ lock: engine.lock.bind(engine) })),
      ...(engine.isLocked && explain({ isLocked: engine.isLocked.bind(engine) })),
    }),
    ...explain({
      async check() {
        await watch.check();
        await writes.probe();
      },
      measureBytes: () => engine.measureBytes(),
    }),
    ...prepare({ compact: async (signal?: AbortSignal) => await engine.compact?.(signal) }),
    writeFault: () => writes.fault,
    close: () => engine.close(),
  };
}
