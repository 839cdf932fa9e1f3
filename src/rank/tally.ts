/** How many of the indexed articles are in a language, given by its primary subtag. */
export interface LanguageCount {
  readonly lang: string;
  readonly articleCount: number;
}

/** Counts articles by language as they come and go, so that asking costs nothing. */
export class LanguageCounts {
  readonly #counts = new Map<string, number>();

  /** Counts one article more, or with -1 one less. */
  add(lang: string, by: 1 | -1): void {
    const count = (this.#counts.get(lang) ?? 0) + by;
    if (count === 0) this.#counts.delete(lang);
    else this.#counts.set(lang, count);
  }

  /** The most frequent first, then by code. */
  list(): LanguageCount[] {
    return [...this.#counts]
      .map(([lang, articleCount]) => ({ lang, articleCount }))
      .toSorted((a, b) => b.articleCount - a.articleCount || (a.lang < b.lang ? -1 : 1));
  }
}
