import type { ArticleEntry } from '../index/article-entry.ts';
import type { ArticleReader } from '../index/article-view.ts';
import { isSourceNamed } from '../index/is-source-named.ts';
import { compileNarrowing, type ArticleFilter } from '../index/narrowing/compile-narrowing.ts';
import { UNLIMITED, type Limits, type Narrowing } from '../index/narrowing/narrowing.ts';
import { createBreather } from '../slices.ts';
import type { DigestRequest } from './digest-request.ts';
import type { DigestWindow } from './plan-window.ts';

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

/** How an article's dates are to a window. Those that are inside or arrived late are in it. */
export type WindowFit = 'inside' | 'arrived-late' | 'too-early' | 'too-late';

/** Compares an article's dates with a window. */
export function fitWindow(
  { at, seenAt }: Pick<ArticleEntry, 'at' | 'seenAt'>,
  { from, until }: DigestWindow,
): WindowFit {
  if (at >= until.getTime()) return 'too-late';
  if (at >= from.getTime()) return 'inside';
  const isLate = at >= from.getTime() - LATE_ARRIVAL_MS && seenAt >= from.getTime();
  return isLate ? 'arrived-late' : 'too-early';
}

/** What is asked of an article besides its date. */
export type WantedPart = 'source' | 'language' | 'country' | 'topic';

/**
 * What is wanted as filters, by part. `selectArticles` selects those articles of its window that pass one filter
 * of each part. A part without filters takes all.
 */
export function listFilters({
  topics,
  sources,
  languages = [],
  countries = [],
}: Omit<Wanted, 'until'>): Readonly<Record<WantedPart, readonly ArticleFilter[]>> {
  return {
    source: [limitTo({ sources })],
    language: [limitTo({ languages })],
    country: [limitTo({ countries })],
    topic: topics.map((topic) => compileNarrowing(topic, { isTopic: true })),
  };
}

function limitTo(within: Partial<Limits>): ArticleFilter {
  return compileNarrowing(UNLIMITED, { within });
}

/**
 * Selects the articles of a window that are about one of the topics, from one of the sources, in one of the languages
 * and on one of the countries; the newest first. A list that is empty or absent takes all.
 */
export async function selectArticles(
  request: Wanted & Pick<DigestRequest, 'from' | 'lateArrivals'>,
  index: ArticleReader,
): Promise<SelectedArticle[]> {
  if (request.lateArrivals === 'left-out') return await findEntries(request, index, request);
  const earliest = new Date(request.from.getTime() - LATE_ARRIVAL_MS);
  const entries = await findEntries(request, index, { from: earliest });
  return entries.filter((entry) => fitWindow(entry, request) !== 'too-early');
}

/** Finds the newest articles before an instant that fit as `selectArticles` says, the newest first. */
export async function findNewest(
  request: Wanted,
  index: ArticleReader,
  count: number,
): Promise<SelectedArticle[]> {
  return (await findEntries(request, index, { count })).slice(0, count);
}

/**
 * Creates a test for whether a digest may count and list an article of a story that it tells. Topics and countries are
 * the story's.
 */
export function createWantedTest({
  until,
  sources,
  languages = [],
}: Pick<Wanted, 'until' | 'sources' | 'languages'>): (entry: ArticleEntry) => boolean {
  const end = until.getTime();
  return ({ at, source, lang }) =>
    at < end &&
    (sources.length === 0 || sources.some((name) => isSourceNamed(source, name))) &&
    (languages.length === 0 || languages.includes(lang));
}

/** Finds the articles of one topic after the other, in slices. */
async function findEntries(
  { topics, sources, languages = [], countries = [], until }: Wanted,
  index: ArticleReader,
  { from, count }: { readonly from?: Date; readonly count?: number },
): Promise<SelectedArticle[]> {
  const within = { sources, languages, countries };
  const [one = UNLIMITED, ...others] = topics;
  const find = (topic: Narrowing): ArticleEntry[] => {
    const filter = compileNarrowing(topic, { within, from, until, isTopic: true });
    const limit = count ?? Number.POSITIVE_INFINITY;
    return index.newest(filter, { limit, isFirst: true }).entries;
  };
  if (others.length === 0) return find(one);
  const breathe = createBreather();
  const found = new Map<string, SelectedArticle>();
  for (const [topic, narrowing] of topics.entries()) {
    for (const entry of find(narrowing)) {
      if (!found.has(entry.id)) found.set(entry.id, { ...entry, topic });
    }
    await breathe();
  }
  return [...found.values()].toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}
