import { createHash } from 'node:crypto';
import type { ArticleEntry } from '../index/article-entry.ts';
import type { ArticleReader } from '../index/article-view.ts';
import { happensIn } from '../index/field-filter.ts';
import { parseQuery } from '../index/query/parse-query.ts';
import { isSourceNamed } from '../index/source-name.ts';
import type { ArticleStore, StoredArticle } from '../store/article-store.ts';
import type { DigestRequest } from './digest-request.ts';

/** Articles that a digest considers, oldest first, and a hash of them that no order changes. */
export interface SelectedArticles {
  readonly entries: readonly ArticleEntry[];
  /** SHA-256 over ids and contents, in hex. */
  readonly hash: string;
  /** Older articles of the window, beyond the most that are considered. */
  readonly leftOutCount: number;
}

/**
 * An article may be stored after its date: a day without an hour counts from midnight, and a feed
 * may lag. One dated up to this long before the window is in it when it arrived within the window.
 */
const LATE_ARRIVAL_MS = 48 * 3_600_000;

/** Joining articles into stories takes time that grows with the square; of more, the newest are taken. */
export const MOST_ARTICLES = 3000;

/** Articles read from the store at once. */
const PAGE = 200;

/** Selects the articles of a window that fit any of the topics, sources, languages and countries, at most 3000. */
export async function selectArticles(
  request: Pick<DigestRequest, 'from' | 'until' | 'topics' | 'sources' | 'languages' | 'countries'>,
  index: ArticleReader,
  articles: ArticleStore,
): Promise<SelectedArticles> {
  const since = new Date(request.from.getTime() - LATE_ARRIVAL_MS);
  const all = findEntries(request, index, since).toSorted(
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
  );
  const found = all.slice(-MOST_ARTICLES);
  const leftOut = all.slice(0, -MOST_ARTICLES).filter(({ at }) => at >= request.from.getTime());
  const entries: ArticleEntry[] = [];
  const hash = createHash('sha256');
  for (let start = 0; start < found.length; start += PAGE) {
    const page = found.slice(start, start + PAGE);
    const stored = await articles.getMany(page.map((entry) => entry.id));
    for (const [position, entry] of page.entries()) {
      const article = stored[position];
      if (!article || !isInWindow(entry, article, request.from)) continue;
      entries.push(entry);
      hash.update(describeContent(article));
    }
  }
  return { entries, hash: hash.digest('hex'), leftOutCount: leftOut.length };
}

/** Finds the newest articles that fit topics, sources, languages and countries before an instant, the newest first. */
export function findNewest(request: Wanted, index: ArticleReader, count: number): ArticleEntry[] {
  return findEntries(request, index)
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    .slice(0, count);
}

/** Hashes the articles behind some entries as `selectArticles` does: SHA-256 over ids and contents, in hex. */
export async function hashArticles(
  entries: readonly ArticleEntry[],
  articles: ArticleStore,
): Promise<string> {
  const hash = createHash('sha256');
  const stored = await articles.getMany(entries.map(({ id }) => id));
  for (const article of stored) if (article) hash.update(describeContent(article));
  return hash.digest('hex');
}

type Wanted = Pick<DigestRequest, 'until' | 'topics' | 'sources' | 'languages' | 'countries'>;

function findEntries(request: Wanted, index: ArticleReader, since?: Date): ArticleEntry[] {
  const { topics, sources, languages = [], countries = [], until } = request;
  const queries =
    topics.length === 0 ? [undefined] : topics.map((topic) => parseQuery(topic, until));
  const found = new Map<string, ArticleEntry>();
  for (const query of queries) {
    const { entries } = index.newest({ query, since, until }, { limit: Number.POSITIVE_INFINITY });
    for (const entry of entries) {
      const fromWanted =
        sources.length === 0 || sources.some((name) => isSourceNamed(entry.source, name));
      const inWanted = languages.length === 0 || languages.includes(entry.lang);
      const isThere =
        countries.length === 0 ||
        countries.some((country) => happensIn(entry.places ?? [], country));
      if (fromWanted && inWanted && isThere) found.set(entry.id, entry);
    }
  }
  return [...found.values()];
}

function isInWindow(entry: ArticleEntry, article: StoredArticle, from: Date): boolean {
  return entry.at >= from.getTime() || Date.parse(article.firstSeenAt) >= from.getTime();
}

/** All that may show in a digest, in a form that no two articles share. */
function describeContent(article: StoredArticle): string {
  const { id, title, text, url, source, place, publishedAt, dayOnly, lang } = article;
  return `${JSON.stringify([id, title, text, url, source, place, publishedAt, dayOnly, lang])}\n`;
}
