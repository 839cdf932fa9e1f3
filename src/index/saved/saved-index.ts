import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { waitUnlessAborted } from '../../abort.ts';
import { hashCode } from '../../hash-code.ts';
import { runInSlices } from '../../slices.ts';
import type { ArticleStore } from '../../store/article-store.ts';
import { journalLength } from '../../store/journal.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { ArticleIndex } from '../article-index.ts';
import type { Follower } from '../follow-articles.ts';
import { describeParts, restoreParts, type IndexState } from './index-state.ts';
import { RefusedFile, type FileHead } from './index-table.ts';
import { readIndexFile } from './read-index-file.ts';
import { replaceFile } from './replace-file.ts';
import { splitTree } from './saved-tree.ts';
import { assertRoom } from './assert-room.ts';
import { writeIndexFile } from './write-index-file.ts';

/** A start catches up with so many changes in about 0.2 s. Fewer are not worth a file … */
const LEAST_CHANGES = 500;
/** … and neither is a smaller share of the articles, since all are written each time. */
const LEAST_SHARE = 0.005;

/** Long before the journal has forgotten what has changed since a save, there is another one. */
const MOST_ENTRIES = journalLength / 4;

/** The record that has the tokens of the last saves. */
const SAVES_KEY = 'last';

/** Several processes may save, each its own index over that of the others. */
const KEPT_TOKENS = 8;

/** The tokens of the last saves, the newest first. */
export const indexSavesSchema = z.object({ tokens: z.array(z.string()) });

/** What became of a saved index: it was used, there is none, or it is not to be used. */
type LoadOutcome =
  | { readonly kind: 'loaded'; readonly articles: number; readonly caughtUp: number }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly reason: string };

/** An index that is saved in a file, so that a start need not read all articles. */
export interface SavedIndex {
  /** Fills the index, which is empty, from the file and what has changed since. Otherwise it stays empty. */
  load(): Promise<LoadOutcome>;
  /**
   * Saves the index if enough has changed since the last time, and resolves to whether it did. Meanwhile the index
   * doesn't follow the store. Rejects when `signal` aborts, and if the file cannot be written.
   */
  save(signal: AbortSignal): Promise<boolean>;
}

/** The dependencies of a saved index. */
export interface SavedIndexParts {
  readonly path: string;
  readonly index: ArticleIndex;
  readonly articles: ArticleStore;
  readonly follower: Follower;
  readonly saves: RecordStore<z.infer<typeof indexSavesSchema>>;
  /** The index has the articles of so many days; 0 stands for all, and is the default. */
  readonly days?: number;
  /** The hash of the code that builds the index. */
  readonly code?: () => Promise<string>;
}

/**
 * Creates a saved index. A file is used only if the same code has built the index, and if the store has the file's
 * token: then all that the index had read is in the store's history, which a store that was restored from an older
 * backup has lost. The token is stored before the file takes its place.
 */
export function createSavedIndex(parts: SavedIndexParts): SavedIndex {
  const { path, index, articles, follower, saves, days = 0, code = hashCode } = parts;
  /** The index's version and the journal's cursor at the last save. */
  let saved = { version: index.version, cursor: 0 };

  return {
    async load() {
      let articleCount: number;
      try {
        articleCount = await readFile();
      } catch (error) {
        return isAbsent(error) ? { kind: 'absent' } : { kind: 'refused', reason: explain(error) };
      }
      return { kind: 'loaded', articles: articleCount, caughtUp: await follower.catchUp() };
    },
    save: (signal) =>
      follower.hold((cursor) =>
        cursor === undefined || !isWorthSaving(cursor)
          ? Promise.resolve(false)
          : // A disk that hangs must not keep the index from following the store.
            waitUnlessAborted(writeFile(cursor, signal), signal),
      ),
  };

  async function readFile(): Promise<number> {
    const { head, value } = await readIndexFile(path, check);
    const restored = await runInSlices(restoreParts(value as IndexState));
    if (restored.slotsById.size !== head.articleCount) throw new RefusedFile('it is incomplete');
    index.replaceParts(restored);
    const { slotsById, entries } = restored;
    follower.resume(
      head.cursor,
      Array.from(slotsById, ([id, slot]) => [id, entries.at(slot)] as const),
    );
    saved = { version: index.version, cursor: head.cursor };
    return head.articleCount;
  }

  async function check(head: FileHead): Promise<void> {
    if (head.code !== (await code()))
      throw new RefusedFile('another version of the program has written it');
    const { tokens = [] } = (await saves.get(SAVES_KEY)) ?? {};
    if (!tokens.includes(head.token)) throw new RefusedFile('it does not belong to this store');
    if (head.days !== 0 && (days === 0 || days > head.days))
      throw new RefusedFile(`it has only the articles of ${head.days} days`);
    const last = await articles.cursor();
    if (last < head.cursor || last - head.cursor >= journalLength)
      throw new RefusedFile('the store no longer knows what has changed since');
  }

  function isWorthSaving(cursor: number): boolean {
    const changes = index.version - saved.version;
    return (
      changes >= Math.max(LEAST_CHANGES, LEAST_SHARE * index.size) ||
      cursor - saved.cursor >= MOST_ENTRIES
    );
  }

  async function writeFile(cursor: number, signal: AbortSignal): Promise<boolean> {
    const { version, size } = index;
    const value = splitTree(await runInSlices(describeParts(index.parts)));
    await assertRoom(path, value);
    const head = { code: await code(), token: randomUUID(), cursor, articleCount: size, days };
    await replaceFile(path, async (file) => {
      await writeIndexFile(file, head, value, signal);
      if (index.version !== version) throw new Error('The index has changed while it was saved');
      // Only now, so that a save that fails takes no other file's place among the tokens.
      await saves.change(SAVES_KEY, (before) => ({
        tokens: [head.token, ...(before?.tokens ?? [])].slice(0, KEPT_TOKENS),
      }));
    });
    saved = { version, cursor };
    return true;
  }
}

function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function explain(error: unknown): string {
  if (error instanceof RefusedFile) return error.message;
  return `it could not be read: ${error instanceof Error ? error.message : String(error)}`;
}
