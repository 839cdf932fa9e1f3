import type { Engine } from '../engines/engine.ts';

/** One change of the layout of what is stored. It makes a store of the version before into one of `version`. */
export interface Migration {
  /** The store's schema version afterwards. */
  readonly version: number;
  /** What it does, as the log says it: "the file is rewritten so that it can become smaller". */
  readonly what: string;
  /**
   * Changes the store. The version is stored afterwards, so what is killed in between runs again from its
   * beginning, and two processes may run it one after the other: doing it twice must be doing it once.
   */
  readonly run: (engine: Engine) => Promise<void>;
}
