import { ArticleIndex } from '../../../src/index/article-index.ts';
import { createFollower } from '../../../src/index/follow-articles.ts';
import { createSavedIndex, indexSavesSchema } from '../../../src/index/saved/saved-index.ts';
import { openStore } from '../../../src/store/open-store.ts';

/** Opens a store, an index that follows it, and the file at `path` in which the index is saved. */
export async function openSavedIndex(url: string, path: string) {
  const store = await openStore(url, { records: { 'index-saves': indexSavesSchema } });
  const { articles } = store;
  const index = new ArticleIndex();
  const follower = createFollower(articles, index);
  const saves = store.records('index-saves');
  // A test and its child process run different files.
  const code = async (): Promise<string> => 'code';
  const saved = createSavedIndex({ path, index, articles, follower, saves, code });
  return { store, articles, index, follower, saved };
}
