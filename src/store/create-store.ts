import type { z } from 'zod';
import type { ArticleStore } from './article-store.ts';
import { createArticleStore } from './create-article-store.ts';
import { createRecordStore, type OnSkipped } from './create-record-store.ts';
import type { Engine, EngineName } from './engines/engine.ts';
import { explainErrors } from './explain-errors.ts';
import type { RecordStore } from './record-store.ts';
import type { RecordTable } from './record-table.ts';

/** Everything that Dateline keeps, in one database. `Types` has the type of the records in each namespace. */
export interface Store<Types = unknown> {
  /** The database's name, fit to be shown: it contains no address and no credentials. */
  readonly engine: EngineName;
  readonly articles: ArticleStore;
  /** The records of one kind. Those that its schema does not accept are skipped and reported. */
  records<Namespace extends keyof Types & string>(
    namespace: Namespace,
  ): RecordStore<Types[Namespace]>;
  close(): Promise<void>;
}

/** Options of a store. */
export interface StoreOptions<Types> {
  /** The kinds of records to store; by default none, only articles. */
  readonly records?: RecordTable<Types>;
  /** Called with each record that could not be read, and the reason; by default nothing is. */
  readonly onSkipped?: OnSkipped;
}

/** Creates a store on an open engine, and closes the engine with it. */
export function createStore<Types>(
  engine: Engine,
  { records: table, onSkipped = () => undefined }: StoreOptions<Types>,
): Store<Types> {
  const explain = (error: unknown): unknown => engine.explain(error);
  return {
    engine: engine.name,
    articles: explainErrors(createArticleStore(engine, onSkipped), explain),
    records<Namespace extends keyof Types & string>(
      namespace: Namespace,
    ): RecordStore<Types[Namespace]> {
      const schema: z.ZodType<Types[Namespace]> | undefined = table?.[namespace];
      if (!schema) throw new Error(`The store was opened without records in "${namespace}".`);
      return explainErrors(createRecordStore(engine, namespace, schema, onSkipped), explain);
    },
    close: () => engine.close(),
  };
}
