import { prettifyError, type z } from 'zod';
import type { Engine } from './engines/engine.ts';
import { findIdleOf, isIdleAt } from './idle.ts';
import { KEEP, REMOVE, type RecordStore } from './record-store.ts';
import { decodeValue, encodeTimed, encodeValue } from './engines/stored-value.ts';

/** Called with each record that could not be read: it is skipped, but never silently. */
export type OnSkipped = (key: string, reason: string) => void;

/** How often a change is tried before others changed its record. So many in a row are a bug, not a rush. */
const MOST_ATTEMPTS = 1000;

/** Creates the store of the records of one kind, in a namespace of their own. */
export function createRecordStore<T>(
  engine: Engine,
  namespace: string,
  schema: z.ZodType<T>,
  onSkipped: OnSkipped,
): RecordStore<T> {
  const keyv = engine.keyv(namespace);
  const prefix = `${namespace}:`;
  const idleOf = findIdleOf(schema);

  const store: RecordStore<T> = {
    async get(key) {
      const raw: unknown = await keyv.getRaw(checked(key));
      return raw === undefined ? undefined : read(key, (raw as { value?: unknown }).value);
    },
    async put(key, value) {
      // Keyv would not write when it is due.
      if (idleOf) await store.change(key, () => value);
      else await keyv.set(checked(key), encode(key, value).value);
    },
    async claim(key, value) {
      return engine.swap(prefix + checked(key), undefined, encode(key, value).text);
    },
    async change(key, decide) {
      const rawKey = prefix + checked(key);
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
        const text = await engine.read(rawKey);
        const before = text === undefined ? undefined : read(key, decodeValue(text));
        const decided = decide(before);
        if (decided === KEEP || (decided === REMOVE && text === undefined)) {
          return { kind: 'kept', before, after: before };
        }
        if (decided === REMOVE) {
          if (await engine.swap(rawKey, text, undefined))
            return { kind: 'removed', before, after: undefined };
        } else {
          const after = encode(key, decided);
          if (await engine.swap(rawKey, text, after.text))
            return { kind: 'stored', before, after: after.value };
        }
      }
      throw new Error(`${rawKey} was changed by others ${MOST_ATTEMPTS} times in a row.`);
    },
    async remove(key) {
      return keyv.delete(checked(key));
    },
    async *list(keyPrefix = '', onUnreadable = () => undefined) {
      for await (const page of engine.pages(prefix + keyPrefix)) {
        for (const [rawKey, text] of page) {
          const key = rawKey.slice(prefix.length);
          const value = read(key, decodeValue(text));
          if (value === undefined) onUnreadable(key);
          else yield [key, value];
        }
      }
    },
    async *due(now) {
      if (!idleOf) throw new Error(`Records in ${namespace} are never due.`);
      for await (const page of engine.due(namespace, now.toISOString())) {
        const early: Promise<unknown>[] = [];
        for (const [rawKey, text] of page) {
          const key = rawKey.slice(prefix.length);
          const value = read(key, decodeValue(text));
          if (value === undefined) continue;
          if (isIdleAt(idleOf(value), now)) early.push(describeAgain(rawKey, text, value));
          else yield [key, value];
        }
        await Promise.all(early);
      }
    },
  };
  return store;

  function read(key: string, raw: unknown): T | undefined {
    const value = raw === undefined ? undefined : schema.safeParse(raw).data;
    if (value === undefined) onSkipped(prefix + key, whyUnreadable(raw));
    return value;
  }

  /** A row that is listed too early says no instant, or another than it should. An older Dateline wrote it. */
  async function describeAgain(rawKey: string, text: string, value: T): Promise<void> {
    const described = encodeTimed(decodeValue(text), idleOf?.(value));
    // If that fails or is undone, it is listed again, which costs little.
    await engine.swap(rawKey, text, described, 'a kill').catch(() => false);
  }

  /** The value as it will be read back, and its text. Fields that the schema does not have are left out. */
  function encode(key: string, value: T): { readonly value: T; readonly text: string } {
    const { data, error } = schema.safeParse(decodeValue(encodeValue(value)));
    if (error) {
      const why = prettifyError(error);
      throw new Error(`${prefix}${key} was not stored, since it could not be read back: ${why}`);
    }
    return { value: data, text: idleOf ? encodeTimed(data, idleOf(data)) : encodeValue(data) };
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
