import { ArticleIndex } from '../../../src/index/article-index.ts';
import { createFollower } from '../../../src/index/follow-articles.ts';
import { createSavedIndex, indexSavesSchema } from '../../../src/index/saved/saved-index.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { buildManyArticles } from '../../support/build-many-articles.ts';

/**
 * A process that opens a store with an index, from its file if it can, and then changes all articles and saves the index
 * again and again. It reports each step.
 */
const [url = '', path = '', version = '', rounds = ''] = process.argv.slice(2);
const store = await openStore(url, { records: { 'index-saves': indexSavesSchema } });
const { articles } = store;
const index = new ArticleIndex();
const follower = createFollower(articles, index);
const saves = store.records('index-saves');
const saved = createSavedIndex({
  path,
  index,
  articles,
  follower,
  saves,
  // The test itself runs other files than this process.
  code: async () => 'code',
});
const outcome = await saved.load();
if (outcome.kind !== 'loaded') await follower.load();
console.log(outcome.kind);
for (let round = 0; round < Number(rounds); round++) {
  const changed = buildManyArticles(1500, 400).map((article) => ({
    ...article,
    section: `${version}.${round}`,
  }));
  await articles.putMany(changed, new Date());
  await follower.catchUp();
  console.log('saving');
  if (await saved.save(new AbortController().signal)) console.log('saved');
}
await store.close();
