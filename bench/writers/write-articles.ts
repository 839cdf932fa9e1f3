import { openStore } from '../../src/store/open-store.ts';
import { buildManyArticles } from '../../tests/support/build-many-articles.ts';

// A writer of its own process: stores articles when it is told to begin, and says how long that took.
const [url = '', count, first] = process.argv.slice(2);
const BATCH = 64;
const CHARACTERS = 3_500;

const articles = buildManyArticles(Number(count), CHARACTERS, Number(first));
const store = await openStore(url);
process.send?.('ready');
process.once('message', () => void write());

async function write(): Promise<void> {
  const startedAt = performance.now();
  for (let from = 0; from < articles.length; from += BATCH)
    await store.articles.putMany(articles.slice(from, from + BATCH), new Date(0));
  process.send?.(performance.now() - startedAt);
  await store.close();
  process.disconnect();
}
