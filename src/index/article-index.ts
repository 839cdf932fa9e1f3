import type { Article } from '../article/article.ts';
import type { Allow, ArticleEntry, ReportEntry, Seen } from './article-entry.ts';
import { createCorpus, type Corpus } from './corpus/corpus.ts';
import { MatchedSlots } from './matched-slots.ts';
import type { ArticleFilter } from './narrowing/compile-narrowing.ts';
import { UNLIMITED } from './narrowing/narrowing.ts';
import { KeptMatches } from './query/kept-matches.ts';
import { matchQuery, type Matches, type Relax } from './query/match-query.ts';
import { findQueryLanguage } from './query/query-language.ts';
import { findSimilarWord } from './query/similar-words.ts';
import { createTopicTest } from './query/topic-weight.ts';
import { addArticle, createParts, removeArticle, type IndexParts } from './index-parts.ts';
import { createSharedCounts, type SharedCounts } from './own-counts.ts';
import type { Page, SearchResult, SourceCount } from './index-page.ts';
import { SourceCounter } from './source-counter.ts';
import { selectTop } from './select-top.ts';
import type { CountryCount, CountsFor, LanguageCount } from './tally.ts';
import { foldTyped, titleMatches } from './title-match.ts';

/** The search index of all stored articles, in memory. It finds them by word, date, publisher, title and URL, and does not hold their texts. */
export class ArticleIndex {
  readonly corpus: Corpus;
  #parts!: IndexParts;
  #texts!: IndexParts['texts'];
  #entries!: IndexParts['entries'];
  #byDate!: IndexParts['byDate'];
  readonly #matches = new KeptMatches<Required<ArticleFilter>['query']>((query, relax) =>
    matchQuery(this.#texts, this.corpus, query, relax, this.#counts.averageLength()),
  );
  readonly #counts: SharedCounts;
  readonly #matched = new MatchedSlots((filter) => this.#match(filter, false).slots);
  /** How many articles are dated at or after an instant, in ms. */
  readonly countFrom = (at: number): number => this.#byDate.countFrom(at);
  #version = 0;

  /** @param like The index whose frequencies count, so that scores can be compared with its own; by default this one. */
  constructor(like?: ArticleIndex) {
    const counted = like ?? this;
    this.replaceParts(createParts());
    this.#counts = createSharedCounts(() => counted.#parts);
    this.corpus = createCorpus({ ...this.#counts, version: () => counted.#version });
  }

  /** Changes whenever an article does. */
  get version(): number {
    return this.#version;
  }

  get size(): number {
    return this.#parts.slotsById.size;
  }

  /** The memory of its terms, words and postings; titles, links and dates come on top. */
  get bytes(): number {
    return this.#texts.measure();
  }

  /** What the index consists of, for saving it; for reading only. */
  get parts(): IndexParts {
    return this.#parts;
  }

  /** Becomes the index of these parts. What it had is gone. */
  replaceParts(parts: IndexParts): void {
    this.#version += 1;
    this.#parts = parts;
    this.#texts = parts.texts;
    this.#entries = parts.entries;
    this.#byDate = parts.byDate;
  }

  /** Adds an article, or replaces the one with its id. */
  put(article: Article & { readonly firstSeenAt?: string }): void {
    this.remove(article.id);
    this.#version += 1;
    addArticle(this.#parts, article);
  }

  /** Removes an article; false if there was none. */
  remove(id: string): boolean {
    const slot = this.#parts.slotsById.get(id);
    if (slot === undefined) return false;
    this.#version += 1;
    removeArticle(this.#parts, slot);
    return true;
  }

  readonly has = (id: string): boolean => this.#parts.slotsById.has(id);

  entry(id: string): ArticleEntry | undefined {
    const slot = this.#parts.slotsById.get(id);
    return slot === undefined ? undefined : this.#entries.entry(slot);
  }

  /** The articles that pass a filter, the most relevant first, then the newest, then by id. */
  search(filter: ArticleFilter, page: Page): SearchResult {
    const { slots, scores, relaxed } = this.#matchSeen(filter, page.allow);
    const offset = page.offset ?? 0;
    if (!slots) {
      const { total, entries } = this.newest(filter, page);
      return { total, hits: entries.map(({ id }) => ({ id, score: 0 })), relaxed: false };
    }
    const positions: number[] = [];
    for (let position = 0; position < slots.length; position++) {
      if (this.#passes(slots[position]!, filter, page.allow)) positions.push(position);
    }
    const isFirst = (position: number): boolean =>
      this.#texts.languageOf(slots[position]!) === page.first;
    const byRelevance = (a: number, b: number): number =>
      Number(isFirst(b)) - Number(isFirst(a)) ||
      scores[b]! - scores[a]! ||
      this.#byDate.compare(slots[a]!, slots[b]!);
    const top = selectTop(positions, offset + page.limit, byRelevance).slice(offset);
    const hits = top.map((position) => ({
      id: this.#entries.id(slots[position]!),
      score: scores[position]!,
    }));
    return { total: positions.length, hits, relaxed: relaxed && positions.length > 0 };
  }

  /** The language that a query is in, if its words or the locale of its reader tell; undefined if all matches are in one. */
  queryLanguage({ query = UNLIMITED, ...filter }: ArticleFilter, locale: string, by: Seen = {}) {
    const { slots } = this.#matchSeen({ ...filter, query }, by.allow);
    const seen = slots?.filter((slot) => this.#allows(by.allow, slot));
    const counts = this.languages(by.countsFor);
    return seen && findQueryLanguage(this.#texts, query, seen, locale, counts);
  }

  /** The word of the articles that is probably meant by one that none of them has, or hardly any. */
  similarWord(typed: string, allow?: Allow): string | undefined {
    const countOf = (word: string, isFirst: boolean): number =>
      this.newest({ query: { ...UNLIMITED, words: [word] } }, { limit: 1, isFirst, allow }).total;
    return findSimilarWord(this.#texts, typed, countOf);
  }

  /** The articles that pass a filter, the newest first, then by id. */
  newest(filter: ArticleFilter, page: Page): { total: number; entries: ArticleEntry[] } {
    return this.#collect(filter, page, (slot) => this.#entries.entry(slot));
  }

  /** When and by whom these articles were published: `newest` for many of them at once. */
  newestReports(filter: ArticleFilter, page: Page): { total: number; entries: ReportEntry[] } {
    return this.#collect(filter, page, (slot) => this.#entries.report(slot));
  }

  #collect<T>(filter: ArticleFilter, page: Page, describe: (slot: number) => T) {
    const { offset = 0, limit, allow, isFirst } = page;
    const { slots } = this.#match(filter, false);
    const isAbout = this.#topicTest(filter);
    const entries: T[] = [];
    let total = 0;
    const visit = (slot: number): boolean => {
      // All that follow are older.
      if (filter.from !== undefined && this.#entries.at(slot) < filter.from) return false;
      if (!this.#passes(slot, filter, allow) || isAbout?.(slot) === false) return true;
      if (total >= offset && entries.length < limit) entries.push(describe(slot));
      total += 1;
      return !isFirst || entries.length < limit;
    };
    this.#byDate.forEach(visit, slots);
    return { total, entries };
  }

  /** Whether an article passes a filter: whether `newest` lists it. */
  fits(id: string, filter: ArticleFilter): boolean {
    const slot = this.#parts.slotsById.get(id);
    if (slot === undefined || !this.#passes(slot, filter, undefined)) return false;
    if (!this.#matched.has(filter, slot, this.#version)) return false;
    return this.#topicTest(filter)?.(slot) ?? true;
  }

  /** Whether an article is about what is asked; undefined if it is enough that it mentions it. */
  #topicTest({ isTopic, query }: ArticleFilter) {
    return isTopic && query ? createTopicTest(this.#texts, this.corpus, query) : undefined;
  }

  /** The articles whose titles have, for each typed word, a word that begins with it; the newest first. */
  suggestTitles(typed: string, limit: number, languages: readonly string[] = [], allow?: Allow) {
    const beginnings = foldTyped(typed);
    const entries: ArticleEntry[] = [];
    this.#byDate.forEach((slot) => {
      const isIn = languages.length === 0 || languages.includes(this.#entries.lang(slot));
      const matches = isIn && titleMatches(this.#parts.foldedTitles[slot]!, beginnings);
      if (matches && this.#allows(allow, slot)) entries.push(this.#entries.entry(slot));
      return entries.length < limit;
    });
    return entries;
  }

  /**
   * The newest article with this URL, regardless of fragment, tracking parameters and trailing slash. It is one for
   * everyone, or with `onlyFor` one of that server.
   */
  findByUrl(url: string, onlyFor?: string): ArticleEntry | undefined {
    const [slot] = this.#parts.slotsByUrl
      .find(url)
      .filter((each) => this.#entries.onlyFor(each) === onlyFor)
      .toSorted(this.#byDate.compare);
    return slot === undefined ? undefined : this.#entries.entry(slot);
  }

  /** The publishers of the indexed articles, sorted by name. */
  sources(allow?: Allow): SourceCount[] {
    const counter = new SourceCounter();
    this.#byDate.forEach((slot) => {
      const name = this.#entries.source(slot);
      if (name !== undefined && this.#allows(allow, slot))
        counter.add(name, this.#entries.at(slot));
      return true;
    });
    return counter.list();
  }

  /** The languages of the indexed articles, the most frequent first. */
  languages(countsFor?: CountsFor): LanguageCount[] {
    const counts = this.#parts.languages.list(countsFor);
    return counts.map(({ name, articleCount }) => ({ lang: name, articleCount }));
  }

  /** The countries that the indexed articles happen in, the most frequent first. */
  countries(countsFor?: CountsFor): CountryCount[] {
    const counts = this.#parts.countries.list(countsFor);
    return counts.map(({ name, articleCount }) => ({ country: name, articleCount }));
  }

  /** What a reader may not see, which may have all the words, is as if it were not there. */
  #matchSeen(filter: ArticleFilter, allow: Allow | undefined): Matches {
    const matches = this.#match(filter, true);
    const isSeen = matches.slots?.some((slot) => this.#allows(allow, slot)) ?? true;
    return isSeen || matches.relaxed ? matches : this.#match(filter, 'always');
  }

  #match({ query = UNLIMITED }: ArticleFilter, relax: Relax): Matches {
    return this.#matches.find(query, relax, this.#version);
  }

  #passes(slot: number, { from, until, fits }: ArticleFilter, allow: Allow | undefined): boolean {
    const at = this.#entries.at(slot);
    return (
      (from === undefined || at >= from) &&
      (until === undefined || at < until) &&
      (fits === undefined || fits(slot, this.#entries)) &&
      this.#allows(allow, slot)
    );
  }

  #allows(allow: Allow | undefined, slot: number): boolean {
    return allow === undefined || allow(this.#entries.onlyFor(slot), this.#entries.url(slot));
  }
}
