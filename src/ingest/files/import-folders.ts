import type { Log } from '../../log.ts';
import type { FileStates } from './file-states.ts';
import { findFiles } from './find-files.ts';
import { readArticles } from './read-articles.ts';
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

  async function listChanged(imported: ReadonlyMap<string, string>): Promise<Map<string, string>> {
    const changed = new Map<string, string>();
    for await (const found of findFiles(folders)) {
      const state =
        found.kind === 'file'
          ? `${version} ${found.bytes} ${found.modifiedAt.getTime()}`
          : found.reason;
      if (imported.get(found.path) === state || faulty.get(found.path) === state) continue;
      changed.set(found.path, state);
    }
    return changed;
  }

  return {
    async importChanged() {
      const imported = new Map(Object.entries((await states.get(IMPORTED)) ?? {}));
      const changed = await listChanged(imported);
      if (changed.size === 0) return;
      const faults = new Set<string>();
      const items = readArticles([...changed.keys()], { signal: stopping.signal });
      const counts = await importDocuments(items, articles, now, {
        onFault: ({ file, line, reason }) => {
          faults.add(file);
          log.warn({ file, line }, reason);
        },
      });
      if (stopping.signal.aborted) return;
      // Only now: what could not be stored is read again at the next call.
      const read = new Map<string, string>();
      for (const [path, state] of changed) (faults.has(path) ? faulty : read).set(path, state);
      // Another process may have imported other files in the meantime.
      await states.change(IMPORTED, (present) => ({ ...present, ...Object.fromEntries(read) }));
      log.info({ files: changed.size, ...counts }, 'article folders imported');
    },
    stop: () => stopping.abort(),
  };
}

const IMPORTED = 'imported';
