import type { Article } from '../article/article.ts';
import { findArticlePlaces } from '../article/article-places.ts';
import { primaryLanguage } from '../text/language-tags.ts';
import { normalize, type TermVector } from '../text/term-vector.ts';
import type { Allow, ArticleEntry } from './article-entry.ts';
import { createCorpus, weighTerms, type Corpus } from './corpus/corpus.ts';
import { DateOrder } from './date-order.ts';
import { EntryTable } from './entry-table.ts';
import { createFieldFilter, happensIn } from './field-filter.ts';
import { matchQuery } from './query/match-query.ts';
import type { Query } from './query/query.ts';
import { selectTop } from './select-top.ts';
import { Tally, type CountryCount, type LanguageCount } from './tally.ts';
import { TextIndex } from './terms/text-index.ts';
import { foldTitle, foldTyped, titleMatches } from './title-match.ts';
import { UrlSlots } from './url-slots.ts';

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
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
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
  /** Which articles are taken at all. */
  readonly allow?: Allow | undefined;
}

/** The stored articles in memory: found by word, date, publisher, title and URL. Holds no texts; the store does. */
export class ArticleIndex {
  readonly corpus: Corpus;
  readonly #texts = new TextIndex();
  readonly #entries = new EntryTable();
  readonly #foldedTitles: string[] = [];
  readonly #slotsById = new Map<string, number>();
  readonly #slotsByUrl = new UrlSlots((slot) => this.#entries.url(slot));
  readonly #byDate = new DateOrder(this.#entries);
  readonly #languages = new Tally();
  readonly #countries = new Tally();

  constructor() {
    this.corpus = createCorpus({
      documentCount: () => this.#texts.size,
      documentFrequency: (term) => this.#texts.frequency(term),
    });
  }

  get size(): number {
    return this.#slotsById.size;
  }

  /** Adds an article, or replaces the one with its id. */
  put(article: Article & { readonly firstSeenAt?: string }): void {
    this.remove(article.id);
    const lang = primaryLanguage(article.lang);
    const slot = this.#texts.add(article.title, article.text, lang);
    const date = Date.parse(article.publishedAt ?? article.firstSeenAt ?? '');
    const at = Number.isNaN(date) ? 0 : date;
    const places = findArticlePlaces(article);
    this.#entries.set(slot, article, { lang, at, length: this.#texts.length(slot), places });
    this.#foldedTitles[slot] = foldTitle(article.title);
    this.#slotsById.set(article.id, slot);
    this.#slotsByUrl.add(slot);
    this.#byDate.add(slot);
    this.#languages.add(lang, 1);
    for (const { country } of places) this.#countries.add(country, 1);
  }

  /** Forgets an article; false where there was none. */
  remove(id: string): boolean {
    const slot = this.#slotsById.get(id);
    if (slot === undefined) return false;
    this.#byDate.remove(slot);
    this.#languages.add(this.#entries.lang(slot), -1);
    for (const { country } of this.#entries.places(slot)) this.#countries.add(country, -1);
    this.#slotsByUrl.remove(slot);
    this.#slotsById.delete(id);
    this.#foldedTitles[slot] = '';
    this.#entries.delete(slot);
    this.#texts.remove(slot);
    return true;
  }

  has(id: string): boolean {
    return this.#slotsById.has(id);
  }

  entry(id: string): ArticleEntry | undefined {
    const slot = this.#slotsById.get(id);
    return slot === undefined ? undefined : this.#entries.entry(slot);
  }

  /** The article's TF-IDF vector of length 1, by the document frequencies of this moment. */
  vector(id: string): TermVector | undefined {
    const slot = this.#slotsById.get(id);
    if (slot === undefined) return undefined;
    return normalize(weighTerms(this.#texts.counts(slot), this.corpus));
  }

  /** Articles matching a query, the most relevant first, then the newest, then by id. */
  search(query: Query, page: Page): SearchResult {
    const { slots, scores, relaxed } = matchQuery(this.#texts, this.corpus, query, true);
    const offset = page.offset ?? 0;
    if (!slots) {
      const { total, entries } = this.newest({ query }, page);
      return { total, hits: entries.map(({ id }) => ({ id, score: 0 })), relaxed: false };
    }
    const fits = createFieldFilter(query, this.#entries);
    const places: number[] = [];
    for (let place = 0; place < slots.length; place++) {
      const slot = slots[place]!;
      if ((!fits || fits(slot)) && this.#allows(page.allow, slot)) places.push(place);
    }
    const byRelevance = (a: number, b: number): number =>
      scores[b]! - scores[a]! || this.#byDate.compare(slots[a]!, slots[b]!);
    const top = selectTop(places, offset + page.limit, byRelevance).slice(offset);
    const hits = top.map((place) => ({
      id: this.#entries.id(slots[place]!),
      score: scores[place]!,
    }));
    return { total: places.length, hits, relaxed: relaxed && places.length > 0 };
  }

  /** Articles that pass a filter, the newest first, then by id. */
  newest(filter: NewestFilter, page: Page): { total: number; entries: ArticleEntry[] } {
    const { query, source, lang, country, since, until } = filter;
    const slots = query && matchQuery(this.#texts, this.corpus, query, false).slots;
    const fits = query && createFieldFilter(query, this.#entries);
    const isFrom = source === undefined ? undefined : this.#entries.matchSources([source]);
    const from = page.offset ?? 0;
    const entries: ArticleEntry[] = [];
    let total = 0;
    const visit = (slot: number): boolean => {
      const at = this.#entries.at(slot);
      if (until && at >= until.getTime()) return true;
      if (since && at < since.getTime()) return false;
      if ((fits && !fits(slot)) || (isFrom && !isFrom(slot))) return true;
      if (lang !== undefined && this.#entries.lang(slot) !== lang) return true;
      if (country !== undefined && !happensIn(this.#entries.places(slot), country)) return true;
      if (!this.#allows(page.allow, slot)) return true;
      if (total >= from && entries.length < page.limit) entries.push(this.#entries.entry(slot));
      total += 1;
      return true;
    };
    this.#byDate.forEach(visit, slots);
    return { total, entries };
  }

  /** Articles whose title has words that begin as the typed ones do, the newest first; all for nothing typed. */
  suggestTitles(typed: string, limit: number, allow?: Allow): ArticleEntry[] {
    const beginnings = foldTyped(typed);
    const entries: ArticleEntry[] = [];
    this.#byDate.forEach((slot) => {
      if (entries.length >= limit) return false;
      const matches = titleMatches(this.#foldedTitles[slot]!, beginnings);
      if (matches && this.#allows(allow, slot)) {
        entries.push(this.#entries.entry(slot));
      }
      return true;
    });
    return entries;
  }

  /**
   * The article for all, or only for one server, with this URL, fragments, tracking parameters and a
   * trailing slash apart; of several the newest.
   */
  findByUrl(url: string, onlyFor?: string): ArticleEntry | undefined {
    const [slot] = this.#slotsByUrl
      .find(url)
      .filter((each) => this.#entries.onlyFor(each) === onlyFor)
      .toSorted(this.#byDate.compare);
    return slot === undefined ? undefined : this.#entries.entry(slot);
  }

  /** The publishers of the indexed articles, by name. */
  sources(allow?: Allow): SourceCount[] {
    const counts = new Map<string, SourceCount>();
    this.#byDate.forEach((slot) => {
      const name = this.#entries.source(slot);
      if (name === undefined || !this.#allows(allow, slot)) return true;
      const { articleCount = 0, newestAt = this.#entries.at(slot) } = counts.get(name) ?? {};
      counts.set(name, { name, articleCount: articleCount + 1, newestAt });
      return true;
    });
    return [...counts.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The languages of the indexed articles, the most frequent first. */
  languages(): LanguageCount[] {
    return this.#languages.list().map(({ name, articleCount }) => ({ lang: name, articleCount }));
  }

  /** The countries that the indexed articles happen in, the most frequent first. */
  countries(): CountryCount[] {
    return this.#countries
      .list()
      .map(({ name, articleCount }) => ({ country: name, articleCount }));
  }

  #allows(allow: Allow | undefined, slot: number): boolean {
    return allow === undefined || allow(this.#entries.onlyFor(slot), this.#entries.url(slot));
  }
}
