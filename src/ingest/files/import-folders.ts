import { stat } from 'node:fs/promises';
import type { Log } from '../../log.ts';
import type { FileStates } from './file-states.ts';
import { FOLDER_ARTICLES, IMPORTED } from './folder-articles.ts';
import { findFiles } from './find-files.ts';
import { readArticles, type FileItem } from './read-articles.ts';
import type { ArticleStore } from '../../store/article-store.ts';
import { importDocuments } from './import-documents.ts';
import type { RecordStore } from '../../store/record-store.ts';

/** The dependencies of a folder import. */
export interface FolderImportParts {
  readonly articles: ArticleStore;
  /** From the last import, so that a restart reads only what has changed. */
  readonly states: RecordStore<FileStates>;
  readonly log: Log;
  readonly now: () => Date;
  /** Files are read again if this differs, because a later version may understand more of them. */
  readonly version: string;
}

/** Keeps a store up to date with folders that articles are dropped into. */
export interface FolderImport {
  /** Imports every file that is new or has changed since it was last imported into this store. */
  importChanged(): Promise<void>;
  /** Ends an import under way before its next article; what was read is stored. */
  stop(): void;
}

/**
 * Creates the import of folders. A file that cannot be read is logged once for each state that it is
 * in, and the others go on.
 */
export function createFolderImport(
  folders: readonly string[],
  { articles, states, log, now, version }: FolderImportParts,
): FolderImport {
  const stopping = new AbortController();
  const faulty = new Map<string, string>();

  async function listStates(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for await (const each of findFiles(folders)) {
      const state =
        each.kind === 'file'
          ? `${version} ${each.bytes} ${each.modifiedAt.getTime()}`
          : each.reason;
      found.set(each.path, state);
    }
    return found;
  }

  /** Merges what is known of some files into a record. Another process may have imported others in the meantime. */
  async function update(
    key: string,
    read: ReadonlyMap<string, string>,
    gone: ReadonlySet<string>,
  ): Promise<void> {
    if (read.size + gone.size === 0) return;
    await states.change(key, (present = {}) => {
      const left = Object.entries(present).filter(([path]) => !gone.has(path));
      return { ...Object.fromEntries(left), ...Object.fromEntries(read) };
    });
  }

  return {
    async importChanged() {
      const imported = (await states.get(IMPORTED)) ?? {};
      const articleIds = (await states.get(FOLDER_ARTICLES)) ?? {};
      const found = await listStates();
      const isKnown = (path: string, state: string): boolean =>
        faulty.get(path) === state || (imported[path] === state && Object.hasOwn(articleIds, path));
      const changed = new Map([...found].filter(([path, state]) => !isKnown(path, state)));
      const missing = [...new Set([...Object.keys(imported), ...Object.keys(articleIds)])].filter(
        (path) => !found.has(path),
      );
      const gone = new Set<string>();
      for (const path of missing) if (await isGone(path)) gone.add(path);
      if (changed.size === 0) {
        await update(FOLDER_ARTICLES, new Map(), gone);
        await update(IMPORTED, new Map(), gone);
        return;
      }
      const faults = new Set<string>();
      const ids = new Map<string, Set<string>>(
        [...changed.keys()].map((path) => [path, new Set()]),
      );
      const items = readArticles([...changed.keys()], { signal: stopping.signal });
      const counts = await importDocuments(noteIds(items, ids), articles, now, {
        onFault: ({ file, line, reason }) => {
          faults.add(file);
          log.warn({ file, line }, reason);
        },
      });
      if (stopping.signal.aborted) return;
      // Only now: what could not be stored is read again at the next call.
      const read = new Map<string, string>();
      for (const [path, state] of changed) (faults.has(path) ? faulty : read).set(path, state);
      await update(
        FOLDER_ARTICLES,
        new Map([...ids].map(([path, of]) => [path, [...of].join(' ')])),
        gone,
      );
      await update(IMPORTED, read, gone);
      log.info({ files: changed.size, ...counts }, 'article folders imported');
    },
    stop: () => stopping.abort(),
  };
}

/** Notes which articles each file has. */
async function* noteIds(
  items: AsyncIterable<FileItem>,
  ids: ReadonlyMap<string, Set<string>>,
): AsyncGenerator<FileItem> {
  for await (const item of items) {
    if (item.kind === 'article') ids.get(item.file)?.add(item.article.id);
    yield item;
  }
}

/** Whether a file is not there any more. One that cannot be looked at may be. */
async function isGone(path: string): Promise<boolean> {
  try {
    await stat(path);
    return false;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}
