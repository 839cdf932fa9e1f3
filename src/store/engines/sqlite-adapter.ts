import { EventEmitter } from 'node:events';
import type { KeyvStoreAdapter } from 'keyv';
import { sqlitePages } from './sqlite-pages.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

interface Entry {
  key: string;
  value: string;
  ttl?: number;
}

/**
 * A Keyv storage adapter over libsql. Keys arrive with their namespace in front, as Keyv passes them;
 * values are strings. Adapters of several namespaces share one connection.
 */
export class SqliteAdapter extends EventEmitter implements KeyvStoreAdapter {
  /** Keyv reads `dialect` to know that this adapter can iterate. */
  readonly opts: { dialect: 'sqlite'; url: string };
  namespace?: string | undefined;
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    super();
    this.#connection = connection;
    this.opts = { dialect: 'sqlite', url: `sqlite://${connection.path}` };
  }

  async get<Value>(key: string): Promise<Value | undefined> {
    return this.#connection.read((table) => table.get(key)) as Promise<Value | undefined>;
  }

  async getMany<Value>(keys: string[]): Promise<(Value | undefined)[]> {
    return this.#connection.read((table) => table.getMany(keys)) as Promise<(Value | undefined)[]>;
  }

  async set(key: string, value: string, ttl?: number): Promise<void> {
    await this.setMany([ttl === undefined ? { key, value } : { key, value, ttl }]);
  }

  async setMany(entries: Entry[]): Promise<void> {
    await this.#connection.writeDurably((table) => {
      for (const { key, value, ttl } of entries) table.put(key, value, ttl);
    });
  }

  async delete(key: string): Promise<boolean> {
    return this.deleteMany([key]);
  }

  /** True when any of the keys was there, as the other adapters have it. */
  async deleteMany(keys: string[]): Promise<boolean> {
    return this.#connection.writeDurably(
      (table) => keys.filter((key) => table.remove(key)).length > 0,
    );
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  async hasMany(keys: string[]): Promise<boolean[]> {
    return (await this.getMany(keys)).map((value) => value !== undefined);
  }

  /** Removes everything in this adapter's namespace, or in the store if it has none. */
  async clear(): Promise<void> {
    const prefix = this.namespace === undefined ? '' : `${this.namespace}:`;
    await this.#connection.writeDurably((table) => table.removeAll(prefix));
  }

  async *iterator<Value>(namespace?: string): AsyncGenerator<[string, Awaited<Value>], void> {
    const prefix = namespace === undefined ? '' : `${namespace}:`;
    for await (const page of sqlitePages(this.#connection, prefix)) {
      for (const [key, value] of page) yield [key, value as Awaited<Value>];
    }
  }

  async disconnect(): Promise<void> {
    await this.#connection.close();
  }
}
