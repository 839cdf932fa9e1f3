import type { z } from 'zod';

/**
 * The schema of every kind of record in a store, under the namespace that its keys begin with. `Types` has
 * the type of each, and follows from the schemas.
 */
export type RecordTable<Types> = {
  readonly [Namespace in keyof Types]: z.ZodType<Types[Namespace]>;
} & {
  /** The store itself writes these. */
  readonly [Namespace in 'articles' | 'journal' | 'schema']?: never;
};

/** The types of a table's records. */
export type RecordTypes<Table extends Readonly<Record<string, z.ZodType>>> = {
  readonly [Namespace in keyof Table]: z.infer<Table[Namespace]>;
};
