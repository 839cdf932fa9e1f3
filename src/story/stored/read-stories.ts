import { createBreather } from '../../slices.ts';
import { STORY_RULES } from '../join/join-settings.ts';
import {
  PUBLISHED,
  partKeys,
  type PublishedStories,
  type StoryBatch,
  type StoryPart,
  type StoryRecords,
} from './story-records.ts';
import { StoryTable } from './story-table.ts';

/** The stories that some process has published, followed in memory. */
export interface StoryReading {
  readonly table: StoryTable;
  /** The journal's cursor of which the table is; undefined if no stories of these rules are stored. */
  readonly position: number | undefined;
  /** Changes whenever the table does. */
  readonly version: number;
  /** Brings the table up to date. All who ask before it begins share one reading. */
  catchUp(): Promise<void>;
  /** Takes over what this process has published itself. */
  adopt(published: PublishedStories, parts: readonly StoryPart[]): void;
}

/** A batch may be merged with others while it is read. Then the record says which batch has its stories now. */
const MOST_ATTEMPTS = 5;

/** Creates the reading of the published stories. Nothing is read before the first `catchUp`. */
export function readStories(
  { parts, published }: Pick<StoryRecords, 'parts' | 'published'>,
  signal?: AbortSignal,
): StoryReading {
  let table = new StoryTable();
  let position: number | undefined;
  let version = 0;
  /** The number of the last batch in the table. */
  let head = 0;
  let turn: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  return {
    get table() {
      return table;
    },
    get position() {
      return position;
    },
    get version() {
      return version;
    },
    catchUp() {
      const read = async (): Promise<void> => {
        next = undefined;
        await readNow();
      };
      if (!next) turn = next = turn.then(read, read);
      return next;
    },
    adopt(stored, changes) {
      for (const change of changes) table.apply(change);
      version += changes.length;
      settleAt(stored);
    },
  };

  function settleAt({ batches, position: at }: PublishedStories): void {
    head = batches.at(-1)?.number ?? 0;
    position = at;
  }

  function reset(): void {
    table = new StoryTable();
    position = undefined;
    head = 0;
    version += 1;
  }

  async function readNow(): Promise<void> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const stored = await published.get(PUBLISHED);
      if (stored?.rules !== STORY_RULES) {
        if (position !== undefined) reset();
        return;
      }
      if (await apply(stored)) return;
    }
    // What cannot be read is as good as not stored: the process that joins publishes it again.
    reset();
  }

  /** False if a batch is there no longer, or the table was changed meanwhile. */
  async function apply(stored: PublishedStories): Promise<boolean> {
    const { batches } = stored;
    const before = head;
    // This process has published since.
    if (batches.length > 0 && batches.at(-1)!.number < head) return false;
    const isNew = ({ number, repeats }: StoryBatch): boolean =>
      number > head && (repeats === undefined || head < repeats);
    // The oldest batch does not say which articles are gone.
    const isAnew = batches[0] ? isNew(batches[0]) : head > 0;
    const breathe = createBreather('following');
    const target = isAnew ? new StoryTable() : table;
    const read: StoryPart[] = [];
    for (const batch of isAnew ? batches : batches.filter(isNew)) {
      for (const key of partKeys(batch)) {
        signal?.throwIfAborted();
        const part = await parts.get(key);
        if (!part) return false;
        if (isAnew) target.apply(part);
        else read.push(part);
        await breathe();
      }
    }
    // Or meanwhile.
    if (head !== before) return false;
    // At once, so that no article is in two stories in between.
    for (const part of read) target.apply(part);
    if (isAnew || read.length > 0) version += 1;
    table = target;
    settleAt(stored);
    return true;
  }
}
