import type { ArticleFilter } from './narrowing/compile-narrowing.ts';

/** Which articles a filter matches; undefined stands for all. */
type Match = (filter: ArticleFilter) => Iterable<number> | undefined;

interface Matched {
  readonly version: number;
  readonly slots: ReadonlySet<number> | undefined;
}

/** Keeps which articles each filter matched, until an article changes. */
export class MatchedSlots {
  readonly #match: Match;
  readonly #kept = new WeakMap<ArticleFilter, Matched>();

  constructor(match: Match) {
    this.#match = match;
  }

  /** Whether a filter matches an article of this version of the articles. */
  has(filter: ArticleFilter, slot: number, version: number): boolean {
    return this.#matchedBy(filter, version)?.has(slot) ?? true;
  }

  #matchedBy(filter: ArticleFilter, version: number): Matched['slots'] {
    const known = this.#kept.get(filter);
    if (known?.version === version) return known.slots;
    const found = this.#match(filter);
    const slots = found && new Set(found);
    this.#kept.set(filter, { version, slots });
    return slots;
  }
}
