import { createHash } from 'node:crypto';
import type { ArticleEntry } from '../index/article-entry.ts';
import type { ArticleReader } from '../index/article-view.ts';
import { compileNarrowing } from '../index/narrowing/compile-narrowing.ts';
import { UNLIMITED, type Narrowing } from '../index/narrowing/narrowing.ts';
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

/**
 * Selects the articles of a window that fit one of the topics, one of the sources, one of the languages and one
 * of the countries, at most 3000. A list that is empty or absent takes all.
 */
export async function selectArticles(
  request: Wanted & Pick<DigestRequest, 'from'>,
  index: ArticleReader,
  articles: ArticleStore,
): Promise<SelectedArticles> {
  const from = new Date(request.from.getTime() - LATE_ARRIVAL_MS);
  const all = findEntries(request, index, from).toSorted(
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

/** Finds the newest articles before an instant that fit as `selectArticles` says, the newest first. */
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

/** What a digest covers, its topics parsed. */
export interface Wanted extends Pick<
  DigestRequest,
  'until' | 'sources' | 'languages' | 'countries'
> {
  readonly topics: readonly Narrowing[];
}

function findEntries(
  { topics, sources, languages = [], countries = [], until }: Wanted,
  index: ArticleReader,
  from?: Date,
): ArticleEntry[] {
  const within = { sources, languages, countries };
  const found = new Map<string, ArticleEntry>();
  for (const topic of topics.length === 0 ? [UNLIMITED] : topics) {
    const filter = compileNarrowing(topic, { within, from, until });
    const { entries } = index.newest(filter, { limit: Number.POSITIVE_INFINITY });
    for (const entry of entries) found.set(entry.id, entry);
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
