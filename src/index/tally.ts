/** The number of indexed articles in a language, given by its primary subtag. */
export interface LanguageCount {
  readonly lang: string;
  readonly articleCount: number;
}

/** The number of indexed articles on events in a country, given by its ISO 3166-1 alpha-2 code. */
export interface CountryCount {
  readonly country: string;
  readonly articleCount: number;
}

/** Keeps the number of articles for each name up to date, so that nothing has to be counted when it is asked for. */
export class Tally {
  readonly #counts = new Map<string, number>();

  /** Counts one article more or less. */
  add(name: string, by: 1 | -1): void {
    const count = (this.#counts.get(name) ?? 0) + by;
    if (count === 0) this.#counts.delete(name);
    else this.#counts.set(name, count);
  }

  /** The most frequent first, then by name. */
  list(): { readonly name: string; readonly articleCount: number }[] {
    return [...this.#counts]
      .map(([name, articleCount]) => ({ name, articleCount }))
      .toSorted((a, b) => b.articleCount - a.articleCount || (a.name < b.name ? -1 : 1));
  }
}
