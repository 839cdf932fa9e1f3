import { randomBytes } from 'node:crypto';
import type { Engine } from './engines/engine.ts';
import { UnwritableStoreError } from './store-fault.ts';

/** Knows whether a store takes writes. */
export interface WriteWatch {
  /** Why the last write was refused; undefined if the store takes writes, as far as is known. */
  readonly fault: UnwritableStoreError | undefined;
  /** Notes the error of a write. */
  note(error: unknown): void;
  /** Finds out whether a store that refused a write takes writes again; does nothing otherwise. */
  probe(): Promise<void>;
}

/** What is called when a store refuses a write, and when it takes writes again. */
export interface WriteListener {
  readonly refused: (fault: UnwritableStoreError) => void;
  readonly again: () => void;
}

/** Its record is there only during a probe. */
const PROBE_KEY = 'schema:probe';

/**
 * What a probe writes. A batch of articles is about as large: if only less fits, the store would take small writes and
 * refuse the next batch. The bytes are random, because PostgreSQL compresses what it stores.
 */
const PROBE_BYTES = 384 * 1024;

/** Creates the watch of the writes to a database. */
export function watchWrites(engine: Engine, listener?: WriteListener): WriteWatch {
  let fault: UnwritableStoreError | undefined;

  function note(error: unknown): void {
    if (!(error instanceof UnwritableStoreError)) return;
    fault = error;
    listener?.refused(error);
  }

  return {
    get fault() {
      return fault;
    },
    note,
    async probe() {
      if (!fault) return;
      try {
        await writeMuch(engine);
      } catch (error) {
        const explained = engine.explain(error);
        if (!(explained instanceof UnwritableStoreError)) throw explained;
        note(explained);
        return;
      }
      fault = undefined;
      listener?.again();
    },
  };
}

/** Other processes may probe at the same time: the first one writes, and the others find that it is written. */
async function writeMuch(engine: Engine): Promise<void> {
  // Left by a process that died in a probe.
  const left = await engine.read(PROBE_KEY);
  if (left !== undefined) await engine.swap(PROBE_KEY, left, undefined);
  const text = JSON.stringify({ value: randomBytes(PROBE_BYTES).toString('base64') });
  await engine.swap(PROBE_KEY, undefined, text);
  await engine.swap(PROBE_KEY, text, undefined);
}

/** Functions of a store that write. */
const WRITING: ReadonlySet<string> = new Set(['put', 'claim', 'change', 'remove', 'putMany']);

/** The same functions, but the watch learns of each write that is refused. */
export function noteRefusals<T extends object>(functions: T, watch: WriteWatch): T {
  const noted = Object.entries(functions).map(([name, run]) => {
    // The first time, it makes its index.
    if (name === 'due')
      return [name, (now: Date) => noteEach((run as DueFunction)(now), (err) => watch.note(err))];
    if (!WRITING.has(name)) return [name, run];
    const call = async (...values: unknown[]): Promise<unknown> => {
      try {
        return await (run as (...values: unknown[]) => Promise<unknown>)(...values);
      } catch (error) {
        watch.note(error);
        throw error;
      }
    };
    return [name, call];
  });
  return Object.fromEntries(noted) as T;
}

type DueFunction = (now: Date) => AsyncIterable<unknown>;

async function* noteEach(
  results: AsyncIterable<unknown>,
  note: (error: unknown) => void,
): AsyncGenerator {
  try {
    yield* results;
  } catch (error) {
    note(error);
    throw error;
  }
}
