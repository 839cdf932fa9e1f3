import KeyvRedis from '@keyv/redis';
import type { KeyvEntry } from 'keyv';
import { indexKey, root, type RedisClient } from './redis-connection.ts';
import { dueKeys } from './redis-swap.ts';

/** @keyv/redis that keeps the index of keys as well, in the same transaction as the value. */
export class RedisAdapter extends KeyvRedis<string> {
  readonly #client: RedisClient;
  readonly #namespace: string;
  readonly #prefix: string;

  constructor(client: RedisClient, namespace: string) {
    super(client, { namespace: root + namespace, keyPrefixSeparator: ':', throwOnErrors: true });
    this.#client = client;
    this.#namespace = namespace;
    this.#prefix = `${namespace}:`;
  }

  override async set(key: string, value: string, ttl?: number): Promise<void> {
    await this.setMany([ttl === undefined ? { key, value } : { key, value, ttl }]);
  }

  override async setMany(entries: KeyvEntry[]): Promise<void> {
    const transaction = this.#client.multi();
    for (const { key, value, ttl } of entries) {
      const rawKey = this.#prefix + key;
      transaction.set(root + rawKey, String(value), ttl === undefined ? {} : { PX: ttl });
      transaction.zAdd(indexKey, { score: 0, value: rawKey });
    }
    await transaction.exec();
  }

  override async delete(key: string): Promise<boolean> {
    return this.deleteMany([key]);
  }

  override async deleteMany(keys: string[]): Promise<boolean> {
    const rawKeys = keys.map((key) => this.#prefix + key);
    const [untilKey, fromKey] = dueKeys(this.#namespace);
    const [removed] = await this.#client
      .multi()
      .del(rawKeys.map((key) => root + key))
      .zRem(indexKey, rawKeys)
      .zRem(untilKey, rawKeys)
      .zRem(fromKey, rawKeys)
      .exec();
    return Number(removed) > 0;
  }
}
