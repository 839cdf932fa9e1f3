import type { Log } from '../log.ts';
import { findFiles } from '../source/find-files.ts';
import { readArticles } from '../source/read-articles.ts';
import type { ArticleStore } from './article-store.ts';
import { importDocuments } from './import-documents.ts';

/** Keeps a store up to date with folders that articles are dropped into. */
export interface FolderImport {
  /** Imports every file that is new or has changed since the last call; all at the first. */
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
  store: ArticleStore,
  log: Log,
  now: () => Date,
): FolderImport {
  const seen = new Map<string, string>();
  const stopping = new AbortController();

  async function listChanged(): Promise<string[]> {
    const changed: string[] = [];
    for await (const found of findFiles(folders)) {
      const state =
        found.kind === 'file' ? `${found.bytes} ${found.modifiedAt.getTime()}` : found.reason;
      if (seen.get(found.path) === state) continue;
      seen.set(found.path, state);
      changed.push(found.path);
    }
    return changed;
  }

  return {
    async importChanged() {
      const paths = await listChanged();
      if (paths.length === 0) return;
      const items = readArticles(paths, { signal: stopping.signal });
      try {
        const counts = await importDocuments(items, store, now, {
          onFault: ({ file, line, reason }) => log.warn({ file, line }, reason),
        });
        log.info({ files: paths.length, ...counts }, 'article folders imported');
      } catch (error) {
        // What was not stored is tried again at the next call.
        for (const path of paths) seen.delete(path);
        throw error;
      }
    },
    stop: () => stopping.abort(),
  };
}
