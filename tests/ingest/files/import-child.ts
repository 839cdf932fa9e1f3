import { openStore } from '../../../src/store/open-store.ts';
import { buildManyArticles } from '../../support/build-many-articles.ts';

/**
 * The process that kill.integration.test.ts kills. It puts `count` articles into the store, in version after version of
 * their text, and prints "<version> <id>" once an article is reported as stored. It ends after version `last`.
 */
const [url = '', count = '', first = '', last = 'Infinity'] = process.argv.slice(2);
const store = await openStore(url);
const articles = buildManyArticles(Number(count));
// Uneven batches, so that one call is sometimes a part of a transaction and sometimes several.
const sizes = [1, 7, 64, 150];
for (let version = Number(first), round = 0; version <= Number(last); version += 1) {
  for (let start = 0; start < articles.length; round += 1) {
    const size = sizes[round % sizes.length]!;
    const batch = articles.slice(start, start + size);
    const versioned = batch.map((article) => ({ ...article, section: String(version) }));
    await store.articles.putMany(versioned, new Date('2024-03-14T12:00:00Z'));
    process.stdout.write(batch.map(({ id }) => `${version} ${id}\n`).join(''));
    start += size;
  }
}
await store.close();
