import { createBreather } from '../../slices.ts';
import type { StoredArticle } from '../article-store.ts';
import { parseStoredArticle } from '../parse-stored-article.ts';
import { describeForSearch, type SearchRow } from '../search/describe-for-search.ts';
import { endOfPrefix } from './key-range.ts';
import type { Query } from './postgres-connection.ts';
import { searchTable, table } from './postgres-table.ts';
import { decodeValue } from './stored-value.ts';

/** The beginning of an article's key, in both tables. */
export const prefix = 'articles:';

/** Rows that are made searchable in one statement. */
const FILL_ROWS = 200;

const upsert = `INSERT INTO ${searchTable} AS present
    (key, at, seen_at, lang, source, only_for, countries, page, words, rules)
  SELECT key, at, seen_at, lang, source, only_for, string_to_array(countries, ' '), page, words::tsvector, $10
  FROM UNNEST($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::text[]) AS row (key, at, seen_at, lang, source, only_for, countries, page, words)
  ORDER BY key
  ON CONFLICT (key) DO UPDATE SET at = excluded.at, seen_at = excluded.seen_at, lang = excluded.lang,
    source = excluded.source, only_for = excluded.only_for, countries = excluded.countries, page = excluded.page,
    words = excluded.words, rules = excluded.rules`;

/** The next articles by their keys; without a value, if they are searchable by these rules. */
const nextArticles = `SELECT entry.key, CASE WHEN row.key IS NULL THEN entry.value END AS value
  FROM (SELECT key, value FROM ${table} WHERE key > $2 AND key < $3 ORDER BY key LIMIT ${FILL_ROWS}) AS entry
  LEFT JOIN ${searchTable} AS row ON row.key = entry.key AND row.rules = $1 ORDER BY entry.key`;

/** Makes articles searchable. `rules` is the hash of the code that describes them. */
export async function storeRows(
  run: Query,
  articles: readonly StoredArticle[],
  rules: string,
): Promise<void> {
  await run(upsert, await describe(articles, rules));
}

/** Makes all stored articles searchable that are not, by these rules. */
export async function fillRows(query: Query, rules: string, signal?: AbortSignal): Promise<void> {
  // The database writes some articles while the next ones are described here.
  let writing: Promise<unknown> = Promise.resolve();
  try {
    for (let after = prefix; ;) {
      signal?.throwIfAborted();
      const bounds = [rules, after, endOfPrefix(prefix)];
      const rows = await query<{ key: string; value: string | null }>(nextArticles, bounds);
      const last = rows.at(-1)?.key;
      if (last === undefined) return;
      after = last;
      const articles = rows.flatMap(
        ({ value }) => (value === null ? undefined : parseStoredArticle(decodeValue(value))) ?? [],
      );
      if (articles.length === 0) continue;
      const described = await describe(articles, rules);
      await writing;
      // A process that has stored one of them since has made it searchable.
      writing = query(`${upsert} WHERE present.rules <> excluded.rules`, described);
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
}

async function describe(articles: readonly StoredArticle[], rules: string): Promise<unknown[]> {
  const rows: SearchRow[] = [];
  const breathe = createBreather('importing');
  for (const article of articles) {
    rows.push(describeForSearch(article));
    const pause = breathe();
    if (pause) await pause;
  }
  return [
    articles.map(({ id }) => prefix + id),
    rows.map(({ at }) => Math.round(at)),
    rows.map(({ seenAt }) => Math.round(seenAt)),
    rows.map(({ lang }) => lang),
    rows.map(({ source }) => source?.replaceAll('\0', '')),
    rows.map(({ onlyFor }) => onlyFor),
    rows.map(({ countries }) => countries.join(' ')),
    rows.map(({ page }) => page?.replaceAll('\0', '')),
    rows.map(({ words }) => words),
    rules,
  ];
}
