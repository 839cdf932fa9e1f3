import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { createRecordStore } from './create-record-store.ts';
import type { Engine } from './engines/engine.ts';
import { GONE } from './store-fault.ts';

/** Notices when a store is no longer the one that was opened. */
export interface StoreWatch {
  /** The random id of the store; '' if it has none. */
  readonly identity: string;
  /** Throws a UserError if the store is known to be gone. */
  assertKnown(): void;
  /** Checks that the store is still there. Throws a UserError if it isn't, now and from then on. */
  check(): Promise<void>;
}

/** The whole record is a random id, which the process that creates the store chooses. */
const identitySchema = z.string();

/**
 * Begins to watch an open store. Its identity is a record in it: if someone deletes or empties the
 * store, the record is gone, and if another process has created a new store since, it is another.
 */
export async function watchStore(engine: Engine): Promise<StoreWatch> {
  const records = createRecordStore(engine, 'schema', identitySchema, () => undefined);
  await records.claim('identity', randomUUID());
  const identity = await records.get('identity');
  let isGone = false;

  const watch: StoreWatch = {
    identity: identity ?? '',
    assertKnown() {
      if (isGone) throw new UserError('not-available', GONE);
    },
    async check() {
      isGone ||= !(engine.isInPlace?.() ?? true) || (await records.get('identity')) !== identity;
      watch.assertKnown();
    },
  };
  return watch;
}

/** Functions of a store that only read. After any other, the store is checked. */
const READING: ReadonlySet<string> = new Set(
  'get getMany cursor changesSince find names isReady'.split(' '),
);

const ITERATING: ReadonlySet<string> = new Set(['list', 'due', 'iterate']);

/**
 * The same functions, but none claims success if the store is gone. Functions return promises or
 * async iterables.
 */
export function watchFunctions<T extends object>(functions: T, watch: StoreWatch): T {
  const watched = Object.entries(functions).map(([name, run]) => [
    name,
    (...values: unknown[]): unknown => {
      const call = (): unknown => (run as (...values: unknown[]) => unknown)(...values);
      if (ITERATING.has(name)) return iterate(call, watch);
      return perform(call, watch, !READING.has(name));
    },
  ]);
  return Object.fromEntries(watched) as T;
}

async function perform(call: () => unknown, watch: StoreWatch, writes: boolean): Promise<unknown> {
  watch.assertKnown();
  const result = await call();
  if (writes) await watch.check();
  return result;
}

async function* iterate(call: () => unknown, watch: StoreWatch): AsyncGenerator {
  watch.assertKnown();
  yield* call() as AsyncIterable<unknown>;
}
