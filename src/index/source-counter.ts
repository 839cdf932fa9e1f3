import type { SourceCount } from './index-page.ts';

/** Counts articles, the newest first, by publisher. Sorted by name. */
export class SourceCounter {
  readonly #counts = new Map<string, SourceCount>();

  add(name: string, at: number): void {
    const { articleCount = 0, newestAt = at } = this.#counts.get(name) ?? {};
    this.#counts.set(name, { name, articleCount: articleCount + 1, newestAt });
  }

  list(): SourceCount[] {
    return [...this.#counts.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }
}
