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

/** Whether to count the articles that are for one server alone, or with undefined those for everyone. */
export type CountsFor = (onlyFor: string | undefined) => boolean;

/**
 * Keeps the number of articles for each name up to date, so that nothing has to be counted when it is asked for.
 * The articles of each server are counted apart.
 */
export class Tally {
  readonly #counts = new Map<string | undefined, Map<string, number>>();

  /** Counts one article more or less. */
  add(name: string, by: 1 | -1, onlyFor?: string): void {
    const counts = this.#counts.get(onlyFor) ?? new Map<string, number>();
    const count = (counts.get(name) ?? 0) + by;
    if (count === 0) counts.delete(name);
    else counts.set(name, count);
    if (counts.size === 0) this.#counts.delete(onlyFor);
    else this.#counts.set(onlyFor, counts);
  }

  /** The most frequent first, then by name. */
  list(
    countsFor: CountsFor = () => true,
  ): { readonly name: string; readonly articleCount: number }[] {
    const sums = new Map<string, number>();
    for (const [onlyFor, counts] of this.#counts) {
      if (!countsFor(onlyFor)) continue;
      for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count);
    }
    return [...sums]
      .map(([name, articleCount]) => ({ name, articleCount }))
      .toSorted((a, b) => b.articleCount - a.articleCount || (a.name < b.name ? -1 : 1));
  }
}
