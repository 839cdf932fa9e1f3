import { buildManyArticles } from '../../support/build-many-articles.ts';
import { openSavedIndex } from './open-saved-index.ts';

/**
 * A process that opens a store with an index, from its file if it can, and then changes all articles and saves the index
 * again and again. It reports each step.
 */
const [url = '', path = '', version = '', rounds = ''] = process.argv.slice(2);
const { store, articles, follower, saved } = await openSavedIndex(url, path);
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
