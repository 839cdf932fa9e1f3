import type { RecordStore } from '../../store/record-store.ts';
import type { FileStates } from './file-states.ts';

/** The key of the record that has, by path, the state in which a file was imported. */
export const IMPORTED = 'imported';

/** The key of the record that has, by path, the ids of a file's articles, with spaces between. */
export const FOLDER_ARTICLES = 'articles';

/** The ids of all articles that files in the article folders have. They stay as long as the files are there. */
export async function listFolderArticles(states: RecordStore<FileStates>): Promise<Set<string>> {
  const files = (await states.get(FOLDER_ARTICLES)) ?? {};
  return new Set(Object.values(files).flatMap((ids) => (ids === '' ? [] : ids.split(' '))));
}

/** Whether the ids of all imported files are known. An earlier version did not note them. */
export async function areFolderArticlesKnown(states: RecordStore<FileStates>): Promise<boolean> {
  const files = (await states.get(FOLDER_ARTICLES)) ?? {};
  const imported = (await states.get(IMPORTED)) ?? {};
  return Object.keys(imported).every((path) => Object.hasOwn(files, path));
}
