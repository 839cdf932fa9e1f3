import type { Neighbours } from '../join/indexed-article.ts';
import { slotOfNeighbour } from '../join/neighbour-entry.ts';
import type { WeightedLists } from '../join/weighted-lists.ts';

/** Which neighbours of articles came, went or are more or less alike than before, by slot. */
export class ChangedNeighbours {
  /** Undefined for an article that had no neighbours looked for before. */
  readonly #changed = new Map<number, Set<number> | undefined>();

  /** Notes the neighbours that were found of an article, before they take the place of those that it has. */
  note(slot: number, had: WeightedLists, { neighbours, cosines }: Neighbours): void {
    if (!had.has(slot)) {
      this.#changed.set(slot, undefined);
      return;
    }
    const differing = had.differing(slot, neighbours, cosines);
    if (differing.length === 0) return;
    if (this.#changed.has(slot) && !this.#changed.get(slot)) return;
    const changed = this.#changed.get(slot) ?? new Set();
    for (const neighbour of differing) changed.add(slotOfNeighbour(neighbour));
    this.#changed.set(slot, changed);
  }

  /** Whether an article has other neighbours than before. */
  has(slot: number): boolean {
    return this.#changed.has(slot);
  }

  /** Those of an article's neighbours that changed; none if it had none before. */
  of(slot: number): Iterable<number> {
    return this.#changed.get(slot) ?? [];
  }

  /** Whether the neighbours that an article has among some articles may be others than before. */
  isAmong(slot: number, articles: ReadonlySet<number>): boolean {
    if (!this.#changed.has(slot)) return false;
    const changed = this.#changed.get(slot);
    return !changed || [...changed].some((neighbour) => articles.has(neighbour));
  }

  delete(slot: number): void {
    this.#changed.delete(slot);
  }

  clear(): void {
    this.#changed.clear();
  }
}
