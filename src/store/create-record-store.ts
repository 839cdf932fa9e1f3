import type { z } from 'zod';
import type { Engine } from './engines/engine.ts';
import type { RecordStore } from './record-store.ts';
import { decodeValue, encodeValue } from './engines/stored-value.ts';

/** Called with each record that could not be read: it is skipped, but never silently. */
export type OnSkipped = (key: string, reason: string) => void;

/** Creates the store of the records of one kind, in a namespace of their own. */
export function createRecordStore<T>(
  engine: Engine,
  namespace: string,
  schema: z.ZodType<T>,
  onSkipped: OnSkipped,
): RecordStore<T> {
  const keyv = engine.keyv(namespace);
  const prefix = `${namespace}:`;

  return {
    async get(key) {
      const raw: unknown = await keyv.getRaw(checked(key));
      return raw === undefined ? undefined : read(key, (raw as { value?: unknown }).value);
    },
    async put(key, value) {
      await keyv.set(checked(key), value);
    },
    async claim(key, value) {
      return engine.claim([prefix + checked(key), encodeValue(value)]);
    },
    async remove(key) {
      return keyv.delete(checked(key));
    },
    async *list(keyPrefix = '') {
      for await (const page of engine.pages(prefix + keyPrefix)) {
        for (const [rawKey, text] of page) {
          const key = rawKey.slice(prefix.length);
          const value = read(key, decodeValue(text));
          if (value !== undefined) yield [key, value];
        }
      }
    },
  };

  function read(key: string, raw: unknown): T | undefined {
    const value = raw === undefined ? undefined : schema.safeParse(raw).data;
    if (value === undefined) onSkipped(prefix + key, whyUnreadable(raw));
    return value;
  }

  /** Keyv takes a key that starts with its namespace for one that is already prefixed. */
  function checked(key: string): string {
    if (key === '' || key.startsWith(prefix))
      throw new Error(`"${key}" cannot be a key in ${namespace}`);
    return key;
  }
}

function whyUnreadable(raw: unknown): string {
  return raw === undefined
    ? 'it is not valid JSON'
    : 'it has not the expected shape; a later version may have written it';
}
