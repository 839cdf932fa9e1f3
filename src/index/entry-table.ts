import type { Article } from '../article/article.ts';
import type { Place } from '../text/places/place.ts';
import type { ArticleEntry, ReportEntry } from './article-entry.ts';
import { grow } from './terms/grow.ts';
import { PlaceLists } from './place-lists.ts';

/** The articles of the window of a digest. With what is kept of them, 20,000 take some 10 MB. */
const MOST_ASKED = 20_000;

/** What is saved of the entries. */
export type SavedEntries = ReturnType<EntryTable['save']>;

/** Entries by slot, stored in columns: an object for each entry would take as much memory as its title. */
export class EntryTable {
  #ids: string[] = [];
  #titles: string[] = [];
  #urls: (string | undefined)[] = [];
  #ats = new Float64Array(0);
  #seenAts = new Float64Array(0);
  #lengths = new Uint32Array(0);
  #langs = new Uint32Array(0);
  #sources = new Uint32Array(0);
  #sections = new Uint32Array(0);
  #onlyFors = new Uint32Array(0);
  #placeLists = new Uint32Array(0);
  #places = new PlaceLists();
  /** Languages, publishers, sections and servers, each stored once; number 0 means none. */
  readonly #names: (string | undefined)[] = [undefined];
  readonly #nameNumbers = new Map<string | undefined, number>([[undefined, 0]]);
  /** By slot, the entries that were asked for lately, and those that were before. */
  #asked = new Map<number, ArticleEntry>();
  #askedBefore = new Map<number, ArticleEntry>();
  readonly #mostAsked: number;

  /** @param mostAsked How many entries are kept as objects, and at most as many more of those asked for before. */
  constructor(mostAsked: number = MOST_ASKED) {
    this.#mostAsked = mostAsked;
  }

  /** The table that `save` described. */
  static restore(saved: SavedEntries): EntryTable {
    const table = new EntryTable();
    table.#ids = saved.ids;
    table.#titles = saved.titles;
    table.#urls = saved.urls;
    table.#ats = saved.ats;
    table.#seenAts = saved.seenAts;
    table.#lengths = saved.lengths;
    table.#langs = saved.langs;
    table.#sources = saved.sources;
    table.#sections = saved.sections;
    table.#onlyFors = saved.onlyFors;
    table.#placeLists = saved.placeLists;
    table.#places = PlaceLists.restore(saved.places);
    for (const name of saved.names) table.#numberOf(name);
    return table;
  }

  /** What a file needs for `restore`: the table's own arrays, valid until an entry changes. */
  save() {
    return {
      ids: this.#ids,
      titles: this.#titles,
      urls: this.#urls,
      ats: this.#ats,
      seenAts: this.#seenAts,
      lengths: this.#lengths,
      langs: this.#langs,
      sources: this.#sources,
      sections: this.#sections,
      onlyFors: this.#onlyFors,
      placeLists: this.#placeLists,
      places: this.#places.save(),
      names: this.#names,
    };
  }

  set(
    slot: number,
    article: Pick<Article, 'id' | 'title' | 'url' | 'source' | 'section' | 'onlyFor'>,
    {
      lang,
      at,
      seenAt,
      length,
      places = [],
    }: Pick<ArticleEntry, 'lang' | 'at' | 'seenAt' | 'length' | 'places'>,
  ): void {
    this.#asked.delete(slot);
    this.#askedBefore.delete(slot);
    this.#ids[slot] = article.id;
    this.#titles[slot] = article.title;
    this.#urls[slot] = article.url;
    this.#ats = grow(this.#ats, slot);
    this.#seenAts = grow(this.#seenAts, slot);
    this.#lengths = grow(this.#lengths, slot);
    this.#langs = grow(this.#langs, slot);
    this.#sources = grow(this.#sources, slot);
    this.#sections = grow(this.#sections, slot);
    this.#onlyFors = grow(this.#onlyFors, slot);
    this.#placeLists = grow(this.#placeLists, slot);
    this.#ats[slot] = at;
    this.#seenAts[slot] = seenAt;
    this.#lengths[slot] = length;
    this.#langs[slot] = this.#numberOf(lang);
    this.#sources[slot] = this.#numberOf(article.source);
    this.#sections[slot] = this.#numberOf(article.section);
    this.#onlyFors[slot] = this.#numberOf(article.onlyFor);
    this.#placeLists[slot] = this.#places.numberOf(places);
  }

  delete(slot: number): void {
    this.#asked.delete(slot);
    this.#askedBefore.delete(slot);
    this.#ids[slot] = '';
    this.#titles[slot] = '';
    this.#urls[slot] = undefined;
  }

  /** As a rule the same object until the article changes, so that what is worked out of it can be kept. */
  entry(slot: number): ArticleEntry {
    const known = this.#asked.get(slot);
    if (known) return known;
    const entry = this.#askedBefore.get(slot) ?? this.#build(slot);
    if (this.#asked.size >= this.#mostAsked) {
      this.#askedBefore = this.#asked;
      this.#asked = new Map();
    }
    this.#asked.set(slot, entry);
    return entry;
  }

  #build(slot: number): ArticleEntry {
    const entry: { -readonly [K in keyof ArticleEntry]: ArticleEntry[K] } = {
      id: this.#ids[slot]!,
      title: this.#titles[slot]!,
      lang: this.lang(slot),
      at: this.#ats[slot]!,
      seenAt: this.#seenAts[slot]!,
      length: this.#lengths[slot]!,
    };
    const url = this.#urls[slot];
    const source = this.source(slot);
    const section = this.#names[this.#sections[slot]!];
    const onlyFor = this.onlyFor(slot);
    const places = this.places(slot);
    // A digest asks for thousands, and conditional spreads take three times as long.
    if (url !== undefined) entry.url = url;
    if (source !== undefined) entry.source = source;
    if (section !== undefined) entry.section = section;
    if (onlyFor !== undefined) entry.onlyFor = onlyFor;
    if (places.length > 0) entry.places = places;
    return entry;
  }

  report(slot: number): ReportEntry {
    const source = this.source(slot);
    return source === undefined ? { at: this.at(slot) } : { at: this.at(slot), source };
  }

  id(slot: number): string {
    return this.#ids[slot]!;
  }

  at(slot: number): number {
    return this.#ats[slot]!;
  }

  seenAt(slot: number): number {
    return this.#seenAts[slot]!;
  }

  url(slot: number): string | undefined {
    return this.#urls[slot];
  }

  lang(slot: number): string {
    return this.#names[this.#langs[slot]!]!;
  }

  source(slot: number): string | undefined {
    return this.#names[this.#sources[slot]!];
  }

  onlyFor(slot: number): string | undefined {
    return this.#names[this.#onlyFors[slot]!];
  }

  places(slot: number): readonly Place[] {
    return this.#places.list(this.#placeLists[slot]!);
  }

  #numberOf(name: string | undefined): number {
    let number = this.#nameNumbers.get(name);
    if (number === undefined) {
      number = this.#names.push(name) - 1;
      this.#nameNumbers.set(name, number);
    }
    return number;
  }
}
