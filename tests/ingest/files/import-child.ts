import { openStore } from '../../../src/store/open-store.ts';
import { buildManyArticles } from '../../support/build-many-articles.ts';

/**
 * The process that kill.integration.test.ts kills. It stores `count` articles again and again, each time as a new
 * version, and prints "<version> <id>" when the store has reported an article as stored. It ends after version `last`.
 */
const [url = '', count = '', first = '', last = 'Infinity'] = process.argv.slice(2);
const store = await openStore(url);
const articles = buildManyArticles(Number(count));
// Uneven batches, so that a call is sometimes part of a transaction and sometimes needs several.
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
