import type { ArticleEntry } from '../index/article-entry.ts';
import type { ArticleReader } from '../index/article-view.ts';
import { isSourceNamed } from '../index/is-source-named.ts';
import { compileNarrowing } from '../index/narrowing/compile-narrowing.ts';
import { UNLIMITED, type Narrowing } from '../index/narrowing/narrowing.ts';
import type { DigestRequest } from './digest-request.ts';

/** What a digest covers, its topics parsed. */
export interface Wanted extends Pick<
  DigestRequest,
  'until' | 'sources' | 'languages' | 'countries'
> {
  readonly topics: readonly Narrowing[];
}

/** An article that a digest may tell. */
export interface SelectedArticle extends ArticleEntry {
  /** The position of the first topic that it fits; absent unless there are several. */
  readonly topic?: number;
}

/**
 * An article may be stored after its date: a day without an hour counts from midnight, and a feed
 * may lag. One dated up to this long before the window is in it when it arrived within the window.
 */
const LATE_ARRIVAL_MS = 48 * 3_600_000;

/**
 * Selects the articles of a window that are about one of the topics, from one of the sources, in one of the languages
 * and on one of the countries; the newest first. A list that is empty or absent takes all.
 */
export function selectArticles(
  request: Wanted & Pick<DigestRequest, 'from'>,
  index: ArticleReader,
): SelectedArticle[] {
  const from = request.from.getTime();
  return findEntries(request, index, { from: new Date(from - LATE_ARRIVAL_MS) }).filter(
    ({ at, seenAt }) => at >= from || seenAt >= from,
  );
}

/** Finds the newest articles before an instant that fit as `selectArticles` says, the newest first. */
export function findNewest(
  request: Wanted,
  index: ArticleReader,
  count: number,
): SelectedArticle[] {
  return findEntries(request, index, { count }).slice(0, count);
}

/** Whether a digest may count and list an article of a story that it tells. Topics and countries are the story's. */
export function isFromWanted(
  { until, sources, languages = [] }: Pick<Wanted, 'until' | 'sources' | 'languages'>,
  { at, source, lang }: ArticleEntry,
): boolean {
  return (
    at < until.getTime() &&
    (sources.length === 0 || sources.some((name) => isSourceNamed(source, name))) &&
    (languages.length === 0 || languages.includes(lang))
  );
}

function findEntries(
  { topics, sources, languages = [], countries = [], until }: Wanted,
  index: ArticleReader,
  { from, count }: { readonly from?: Date; readonly count?: number },
): SelectedArticle[] {
  const within = { sources, languages, countries };
  const [one = UNLIMITED, ...others] = topics;
  const find = (topic: Narrowing): ArticleEntry[] => {
    const filter = compileNarrowing(topic, { within, from, until, isTopic: true });
    const limit = count ?? Number.POSITIVE_INFINITY;
    return index.newest(filter, { limit, isFirst: true }).entries;
  };
  if (others.length === 0) return find(one);
  const found = new Map<string, SelectedArticle>();
  for (const [topic, narrowing] of topics.entries()) {
    for (const entry of find(narrowing)) {
      if (!found.has(entry.id)) found.set(entry.id, { ...entry, topic });
    }
  }
  return [...found.values()].toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}
