import type { RecordStore } from '../../store/record-store.ts';
import type { FileStates } from './file-states.ts';

/** The key of the record that has, by path, the ids of a file's articles, with spaces between. */
export const FOLDER_ARTICLES = 'articles';

/** The ids of all articles that files in the article folders have. They stay as long as the files are there. */
export async function listFolderArticles(states: RecordStore<FileStates>): Promise<Set<string>> {
  const files = (await states.get(FOLDER_ARTICLES)) ?? {};
  return new Set(Object.values(files).flatMap((ids) => (ids === '' ? [] : ids.split(' '))));
}
