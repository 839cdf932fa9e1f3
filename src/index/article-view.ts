import type { Allow, ArticleEntry } from './article-entry.ts';
import type { ArticleIndex } from './article-index.ts';

/** What can be asked of an index. */
export type ArticleReader = Omit<
  ArticleIndex,
  'put' | 'remove' | 'version' | 'countFrom' | 'bytes' | 'parts' | 'replaceParts'
>;

/** Whether an article may be shown in a server, or without a server in direct messages. */
export function isForServer(
  { onlyFor }: { readonly onlyFor?: string },
  guildId: string | undefined,
): boolean {
  return onlyFor === undefined || onlyFor === guildId;
}

/**
 * The index as one server may see it: articles for everyone and those of its own sources. If both have an article,
 * the one for everyone is shown. Document frequencies are those of the articles for everyone, if there are any.
 */
export function viewArticles(index: ArticleReader, guildId: string | undefined): ArticleReader {
  const allow: Allow = (onlyFor, url) =>
    onlyFor === undefined || (onlyFor === guildId && !isForAll(url, index));
  const countsFor = (onlyFor: string | undefined): boolean =>
    onlyFor === undefined || onlyFor === guildId;
  const find = (id: string): ArticleEntry | undefined => {
    const entry = index.entry(id);
    // A channel may have been told the server's own article before one for everyone came.
    return entry && isForServer(entry, guildId) ? entry : undefined;
  };
  return {
    get corpus() {
      return index.corpus;
    },
    get size() {
      const forAll = sumCounts(index.languages((onlyFor) => onlyFor === undefined));
      const withOwn = sumCounts(index.languages(countsFor));
      // An article that the server and everyone has is counted once, which takes looking at all.
      return withOwn === forAll ? forAll : index.newest({}, { limit: 0, allow }).total;
    },
    entry: find,
    has: (id) => find(id) !== undefined,
    search: (query, page) => index.search(query, { ...page, allow: both(allow, page.allow) }),
    queryLanguage: (filter, locale, by) =>
      index.queryLanguage(filter, locale, { countsFor, ...by, allow: both(allow, by?.allow) }),
    similarWord: (typed, more) => index.similarWord(typed, both(allow, more)),
    newest: (filter, page) => index.newest(filter, { ...page, allow: both(allow, page.allow) }),
    newestReports: (filter, page) =>
      index.newestReports(filter, { ...page, allow: both(allow, page.allow) }),
    fits: (id, filter) => {
      const entry = find(id);
      return entry !== undefined && allow(entry.onlyFor, entry.url) && index.fits(id, filter);
    },
    suggestTitles: (typed, limit, languages, more) =>
      index.suggestTitles(typed, limit, languages, both(allow, more)),
    findByUrl: (url) => index.findByUrl(url) ?? findOwn(index, url, guildId),
    sources: (more) => index.sources(both(allow, more)),
    languages: () => index.languages(countsFor),
    countries: () => index.countries(countsFor),
  };
}

function sumCounts(counts: readonly { readonly articleCount: number }[]): number {
  return counts.reduce((sum, { articleCount }) => sum + articleCount, 0);
}

function isForAll(url: string | undefined, index: ArticleReader): boolean {
  return url !== undefined && index.findByUrl(url) !== undefined;
}

function findOwn(index: ArticleReader, url: string, guildId: string | undefined) {
  return guildId === undefined ? undefined : index.findByUrl(url, guildId);
}

function both(one: Allow, other: Allow | undefined): Allow {
  return other ? (onlyFor, url) => one(onlyFor, url) && other(onlyFor, url) : one;
}
