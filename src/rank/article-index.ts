import { canonicalUrl } from '../article/canonical-url.ts';
import type { Article } from '../article/article.ts';
import { primaryLanguage } from '../text/languages.ts';
import { normalize, type TermVector } from '../text/term-vector.ts';
import type { ArticleEntry } from './article-entry.ts';
import { createCorpus, weighTerms, type Corpus } from './corpus.ts';
import { LanguageCounts, type LanguageCount } from './language-counts.ts';
import { matchQuery } from './match-query.ts';
import type { Query } from './query.ts';
import { selectTop } from './select-top.ts';
import { isSourceNamed } from './source-name.ts';
import { TextIndex } from './text-index.ts';
import { foldTitle, foldTyped, titleMatches } from './title-match.ts';

/** An article that a query found, and how well it fits; scores compare within one search only. */
interface SearchHit {
  readonly id: string;
  readonly score: number;
}

/** A page of search results. */
export interface SearchResult {
  /** Matches in all, of which `hits` is the page asked for. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** No article has all the words, so that those with some of them are given. */
  readonly relaxed: boolean;
}

/** What a list of newest articles is narrowed to. */
export interface NewestFilter {
  readonly query?: Query | undefined;
  readonly source?: string | undefined;
  /** A primary subtag. */
  readonly lang?: string | undefined;
  /** Inclusive. */
  readonly since?: Date | undefined;
  /** Exclusive. */
  readonly until?: Date | undefined;
}

/** How many of a publisher's articles are indexed, and the date of its newest in milliseconds. */
export interface SourceCount {
  readonly name: string;
  readonly articleCount: number;
  readonly newestAt: number;
}

interface Page {
  readonly limit: number;
  readonly offset?: number | undefined;
}

interface IndexedArticle {
  readonly entry: ArticleEntry;
  readonly slot: number;
  readonly foldedTitle: string;
}

/** The stored articles in memory: found by word, date, publisher, title and URL. Holds no texts; the store does. */
export class ArticleIndex {
  readonly corpus: Corpus;
  readonly #texts = new TextIndex();
  readonly #byId = new Map<string, IndexedArticle>();
  readonly #bySlot: (IndexedArticle | undefined)[] = [];
  readonly #idsByUrl = new Map<string, string>();
  /** Newest first, then by id. */
  readonly #byDate: IndexedArticle[] = [];
  readonly #languages = new LanguageCounts();

  constructor() {
    this.corpus = createCorpus({
      documentCount: () => this.#texts.size,
      documentFrequency: (term) => this.#texts.frequency(term),
    });
  }

  get size(): number {
    return this.#byId.size;
  }

  /** Adds an article, or replaces the one with its id. */
  put(article: Article & { readonly firstSeenAt?: string }): void {
    this.remove(article.id);
    const lang = primaryLanguage(article.lang);
    const slot = this.#texts.add(article.title, article.text, lang);
    const entry = buildEntry(article, lang, this.#texts.length(slot));
    const indexed = { entry, slot, foldedTitle: foldTitle(article.title) };
    this.#byId.set(entry.id, indexed);
    this.#bySlot[slot] = indexed;
    this.#languages.add(lang, 1);
    this.#byDate.splice(this.#datePosition(entry), 0, indexed);
    if (entry.url !== undefined) this.#idsByUrl.set(pageOf(entry.url), entry.id);
  }

  /** Forgets an article; false where there was none. */
  remove(id: string): boolean {
    const indexed = this.#byId.get(id);
    if (!indexed) return false;
    const { entry, slot } = indexed;
    this.#byDate.splice(this.#datePosition(entry), 1);
    this.#texts.remove(slot);
    this.#languages.add(entry.lang, -1);
    this.#bySlot[slot] = undefined;
    this.#byId.delete(id);
    const url = entry.url === undefined ? undefined : pageOf(entry.url);
    if (url !== undefined && this.#idsByUrl.get(url) === id) this.#idsByUrl.delete(url);
    return true;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  entry(id: string): ArticleEntry | undefined {
    return this.#byId.get(id)?.entry;
  }

  /** The article's TF-IDF vector of length 1, by the document frequencies of this moment. */
  vector(id: string): TermVector | undefined {
    const indexed = this.#byId.get(id);
    return indexed && normalize(weighTerms(this.#texts.counts(indexed.slot), this.corpus));
  }

  /** Articles matching a query, the most relevant first, then the newest, then by id. */
  search(query: Query, page: Page): SearchResult {
    const { slots, scores, relaxed } = matchQuery(this.#texts, this.corpus, query, true);
    const matching = (slots?.map((slot) => this.#bySlot[slot]) ?? this.#byDate)
      .filter((indexed) => indexed !== undefined)
      .filter(({ entry }) => fitsQuery(entry, query));
    const end = (page.offset ?? 0) + page.limit;
    const byRelevance = (a: IndexedArticle, b: IndexedArticle): number =>
      scores[b.slot]! - scores[a.slot]! || compareByDate(a.entry, b.entry);
    const top = selectTop(matching, end, byRelevance).slice(page.offset ?? 0);
    const hits = top.map(({ entry, slot }) => ({ id: entry.id, score: scores[slot]! }));
    return { total: matching.length, hits, relaxed: relaxed && matching.length > 0 };
  }

  /** Articles that pass a filter, the newest first, then by id. */
  newest(filter: NewestFilter, page: Page): { total: number; entries: ArticleEntry[] } {
    const { query, source, lang, since, until } = filter;
    const slots = query && matchQuery(this.#texts, this.corpus, query, false).slots;
    const wanted = slots && new Set(slots);
    const from = page.offset ?? 0;
    const entries: ArticleEntry[] = [];
    let total = 0;
    for (const { entry, slot } of this.#byDate) {
      if (until && entry.at >= until.getTime()) continue;
      if (since && entry.at < since.getTime()) break;
      if (wanted && !wanted.has(slot)) continue;
      if (query && !fitsQuery(entry, query)) continue;
      if (lang !== undefined && entry.lang !== lang) continue;
      if (source !== undefined && !isSourceNamed(entry.source, source)) continue;
      if (total >= from && entries.length < page.limit) entries.push(entry);
      total += 1;
    }
    return { total, entries };
  }

  /** Articles whose title has words that begin as the typed ones do, the newest first; all for nothing typed. */
  suggestTitles(typed: string, limit: number): ArticleEntry[] {
    const beginnings = foldTyped(typed);
    const entries: ArticleEntry[] = [];
    for (const { entry, foldedTitle } of this.#byDate) {
      if (entries.length >= limit) break;
      if (titleMatches(foldedTitle, beginnings)) entries.push(entry);
    }
    return entries;
  }

  /** The article with this URL, fragments, tracking parameters and a trailing slash apart. */
  findByUrl(url: string): ArticleEntry | undefined {
    const id = this.#idsByUrl.get(pageOf(url));
    return id === undefined ? undefined : this.entry(id);
  }

  /** The publishers of the indexed articles, by name. */
  sources(): SourceCount[] {
    const counts = new Map<string, SourceCount>();
    for (const { entry } of this.#byDate) {
      if (entry.source === undefined) continue;
      const { articleCount = 0, newestAt = entry.at } = counts.get(entry.source) ?? {};
      counts.set(entry.source, { name: entry.source, articleCount: articleCount + 1, newestAt });
    }
    return [...counts.values()].toSorted((a, b) => compareText(a.name, b.name));
  }

  /** The languages of the indexed articles, the most frequent first. */
  languages(): LanguageCount[] {
    return this.#languages.list();
  }

  #datePosition(entry: ArticleEntry): number {
    let low = 0;
    let high = this.#byDate.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareByDate(this.#byDate[middle]!.entry, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function buildEntry(
  article: Article & { readonly firstSeenAt?: string },
  lang: string,
  length: number,
): ArticleEntry {
  const { id, title, url, source, section } = article;
  const at = Date.parse(article.publishedAt ?? article.firstSeenAt ?? '');
  return {
    id,
    title,
    lang,
    ...(url !== undefined && { url }),
    ...(source !== undefined && { source }),
    ...(section !== undefined && { section }),
    at: Number.isNaN(at) ? 0 : at,
    length,
  };
}

function fitsQuery(entry: ArticleEntry, query: Query): boolean {
  if (query.since && entry.at < query.since.getTime()) return false;
  if (query.langs.length > 0 && !query.langs.includes(entry.lang)) return false;
  if (query.without.langs.includes(entry.lang)) return false;
  const named = (name: string): boolean => isSourceNamed(entry.source, name);
  return (
    (query.sources.length === 0 || query.sources.some(named)) && !query.without.sources.some(named)
  );
}

function compareByDate(a: ArticleEntry, b: ArticleEntry): number {
  return b.at - a.at || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One spelling of an address; text that is none stays as it is. */
function pageOf(url: string): string {
  return canonicalUrl(url) ?? url.trim();
}
