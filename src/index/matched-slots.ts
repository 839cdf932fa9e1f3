import type { ArticleFilter } from './narrowing/compile-narrowing.ts';

/** Keeps which articles each filter matched, until an article changes. */
export class MatchedSlots {
  readonly #kept = new WeakMap<
    ArticleFilter,
    { readonly version: number; readonly slots: ReadonlySet<number> | undefined }
  >();

  /** The slots that are kept for this version of the articles, else those of `match`; undefined stands for all. */
  get(
    filter: ArticleFilter,
    version: number,
    match: () => Iterable<number> | undefined,
  ): ReadonlySet<number> | undefined {
    const known = this.#kept.get(filter);
    if (known?.version === version) return known.slots;
    const found = match();
    const slots = found && new Set(found);
    this.#kept.set(filter, { version, slots });
    return slots;
  }
}
