import type { Keyv } from 'keyv';
import type { StoredArticle } from '../article-store.ts';
import type { ArticleSearch } from '../search/article-search.ts';

/** The databases that a store can stand on. */
export type EngineName = 'SQLite' | 'PostgreSQL' | 'Redis' | 'memory';

/** A raw row: the key with its namespace ("articles:4f1c…"), the value as Keyv writes it. */
export type Row = readonly [key: string, value: string];

/** The writes of one transaction. If `changed` is not empty, the journal gets one entry with it. */
export interface Writes {
  readonly puts: readonly Row[];
  readonly removes: readonly string[];
  /** Ids of the articles that changed. */
  readonly changed: readonly string[];
  /** The articles that are put, for a database that searches. */
  readonly articles?: readonly StoredArticle[];
}

/** A lock that this process has. */
export interface EngineLock {
  /** Aborts if the lock is lost before it is released. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/**
 * What a store needs of a database beyond Keyv's face. Everything here is all or nothing, holds the
 * event loop for no more than a page of rows, and survives a killed process once its promise resolves.
 */
export interface Engine {
  readonly name: EngineName;
  /** Keyv over this database, for one namespace; its raw keys are `<namespace>:<key>`. */
  keyv(namespace: string): Keyv;
  /** The value under a raw key. */
  read(key: string): Promise<string | undefined>;
  /**
   * Stores `after` under a raw key if its value is still `before`, in one atomic operation. Undefined stands
   * for a key that is absent; at most one of the two may be. False if the value is another by now: nothing
   * was stored. By default a power cut doesn't undo it either, which takes longer.
   */
  swap(
    key: string,
    before: string | undefined,
    after: string | undefined,
    outlasts?: 'a power cut' | 'a kill',
  ): Promise<boolean>;
  /** Rows whose key starts with `prefix` and comes after `after`, in key order, a page at a time. */
  pages(prefix: string, after?: string): AsyncIterable<readonly Row[]>;
  /**
   * Rows of a namespace that are not idle at `now` (ISO 8601), by what their texts say: first those that are due, the
   * oldest first, then those that a clock ahead of it wrote. A row may be there twice, and one that says nothing is there.
   */
  due(namespace: string, now: string): AsyncIterable<readonly Row[]>;
  /** The last key that starts with `prefix`. */
  lastKey(prefix: string): Promise<string | undefined>;
  /**
   * Reads `keys`, lets `decide` choose what to write, and writes it with its journal entry. `decide` is asked again if
   * another transaction has changed what was read. It puts only what is in `keys`, which are different.
   */
  transact(
    keys: readonly string[],
    decide: (values: readonly (string | undefined)[]) => Writes,
  ): Promise<void>;
  /**
   * Takes a lock that no other process on this database has, or shares it with others; undefined if one has it that
   * doesn't share it. The lock ends with the process at the latest. Without this function, no other process is expected.
   */
  lock?(name: string, how: 'alone' | 'shared'): Promise<EngineLock | undefined>;
  /** Whether any process has a lock; there is one wherever there are locks. */
  isLocked?(name: string): Promise<boolean>;
  /** Finds articles without an index in memory. Without this function, the database can't. */
  readonly search?: ArticleSearch;
  /** Lets the database give back the space of what was removed. Without this function, its server sees to that. */
  makeShrinkable?(): Promise<void>;
  /** Whether the database is still where it was opened. Without this function, it always is. */
  isInPlace?(): boolean;
  /** How much room everything takes, in bytes. */
  measureBytes(): Promise<number>;
  /**
   * Gives the space of what was removed back to the disk, in small steps that hold up neither the event loop nor other
   * writers. Ends early if `signal` is aborted. Without this function, the database does so by itself.
   */
  compact?(signal?: AbortSignal): Promise<void>;
  /** Explains an error as a UserError that says what to do; gives the error itself if it is a bug. */
  explain(error: unknown): unknown;
  close(): Promise<void>;
}
