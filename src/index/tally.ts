/** How many of the indexed articles are in a language, given by its primary subtag. */
export interface LanguageCount {
  readonly lang: string;
  readonly articleCount: number;
}

/** How many of the indexed articles happen in a country, given by its ISO 3166-1 alpha-2 code. */
export interface CountryCount {
  readonly country: string;
  readonly articleCount: number;
}

/** Counts articles by what they have as they come and go, so that asking costs nothing. */
export class Tally {
  readonly #counts = new Map<string, number>();

  /** Counts one article more, or with -1 one less. */
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
