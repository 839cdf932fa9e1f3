/** Small records of one kind under string keys, on whatever engine the store was opened. */
export interface RecordStore<T> {
  get(key: string): Promise<T | undefined>;
  /** Throws for a value that its schema would not read back: it is a bug to store one. So do `claim` and `change`. */
  put(key: string, value: T): Promise<void>;
  /**
   * Stores `value` only if the key is absent, in one atomic operation of the engine.
   * True when this call stored it: of any number of processes, exactly one wins.
   */
  claim(key: string, value: T): Promise<boolean>;
  /**
   * Reads a record, lets `decide` choose what to make of it, and stores that, as one atomic step: nothing
   * that any process stores under the key in between is lost.
   *
   * `decide` must be pure: it is called again if another process was faster. It is given undefined for a
   * record that is absent or unreadable. If it throws, nothing is stored, and the promise rejects with that.
   *
   * @example
   * await sources.change(key, (present) => (present ? pauseSource(present, now) : KEEP));
   */
  change(key: string, decide: Decide<T>): Promise<ChangeOutcome<T>>;
  /** True when there was something to remove. */
  remove(key: string): Promise<boolean>;
  /**
   * All records whose key starts with `prefix`, in key order if the engine has one. One that cannot be read
   * hides no other: it is left out, and `onUnreadable` is called with its key.
   */
  list(
    prefix?: string,
    onUnreadable?: (key: string) => void,
  ): AsyncIterable<readonly [key: string, value: T]>;
  /**
   * The records that are not idle at `now`, the longest due first, whoever wrote them and whatever the clock was then.
   * They are found by an index, so the others are not read. One may come twice. Only for kinds that are `timed`.
   */
  due(now: Date): AsyncIterable<readonly [key: string, value: T]>;
}

/** Chooses what becomes of a record: a value to store, or one of `KEEP` and `REMOVE`. */
type Decide<T> = (present: T | undefined) => T | typeof KEEP | typeof REMOVE;

/** Decides that a record stays as it is; one that is absent stays absent. */
export const KEEP = Symbol('keep');

/** Decides that a record is removed. */
export const REMOVE = Symbol('remove');

/** The outcome of a change, with the record before and after it; undefined if absent or unreadable. */
type ChangeOutcome<T> =
  | { readonly kind: 'stored'; readonly before: T | undefined; readonly after: T }
  | { readonly kind: 'removed'; readonly before: T | undefined; readonly after: undefined }
  | { readonly kind: 'kept'; readonly before: T | undefined; readonly after: T | undefined };
