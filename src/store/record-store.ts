/** Small records of one kind under string keys, on whatever engine the store was opened. */
export interface RecordStore<T> {
  get(key: string): Promise<T | undefined>;
  put(key: string, value: T): Promise<void>;
  /**
   * Stores `value` only where the key is absent, in one atomic operation of the engine.
   * True when this call stored it: of any number of processes, exactly one wins.
   */
  claim(key: string, value: T): Promise<boolean>;
  /** True when there was something to remove. */
  remove(key: string): Promise<boolean>;
  /** All records whose key starts with `prefix`, in key order where the engine has one. */
  list(prefix?: string): AsyncIterable<readonly [key: string, value: T]>;
}
