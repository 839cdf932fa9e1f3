import { Client } from 'pg';
import type { StoredArticle } from '../../src/store/article-store.ts';
import { encodeValue } from '../../src/store/engines/stored-value.ts';
import { table } from '../../src/store/engines/postgres-table.ts';
import { buildNewswire } from '../support/build-newswire.ts';
import { SCALE } from './scale.ts';

const BATCH = 1_000;

/** Writes articles into the table of an open store in large batches, past the journal, as a restored backup would be. */
export async function fillStore(url: string, count: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  let [keys, values]: [string[], string[]] = [[], []];
  let done = 0;
  for (const article of buildNewswire(count, SCALE)) {
    const seen = article.publishedAt!;
    const stored: StoredArticle = { ...article, firstSeenAt: seen, updatedAt: seen };
    keys.push(`articles:${article.id}`);
    values.push(encodeValue(stored));
    done += 1;
    if (keys.length < BATCH && done < count) continue;
    await client.query(
      `INSERT INTO ${table} (key, value) SELECT * FROM UNNEST($1::text[], $2::text[])`,
      [keys, values],
    );
    [keys, values] = [[], []];
  }
  await client.query(`VACUUM ANALYZE ${table}`);
  await client.end();
}
