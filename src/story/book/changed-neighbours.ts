import type { Neighbours } from '../join/indexed-article.ts';
import { neededShare } from '../join/needed-share.ts';
import { slotOfNeighbour } from '../join/neighbour-entry.ts';
import type { WeightedLists } from '../join/weighted-lists.ts';

/** Which neighbours of articles came, went or are more or less alike than before, by slot. */
export class ChangedNeighbours {
  /** Undefined for an article that had no neighbours looked for before. */
  readonly #changed = new Map<number, Set<number> | undefined>();
  /** Those that need another share of the least likenesses. */
  readonly #otherShare = new Set<number>();

  /** Notes the neighbours that were found of an article, before they take the place of those that it has. */
  note(slot: number, had: WeightedLists, { neighbours, cosines }: Neighbours): void {
    if (!had.has(slot)) {
      this.#changed.set(slot, undefined);
      return;
    }
    const differing = had.differing(slot, neighbours, cosines);
    if (differing.length === 0) return;
    const [weights, from, length] = [had.weights(slot), had.from(slot), had.length(slot)];
    if (neededShare(weights, from, length) !== neededShare(cosines, 0, cosines.length))
      this.#otherShare.add(slot);
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

  /** Whether an article may have other neighbours among some articles than before, or join them more or less easily. */
  isAmong(slot: number, articles: ReadonlySet<number>): boolean {
    if (!this.#changed.has(slot)) return false;
    if (this.#otherShare.has(slot)) return true;
    const changed = this.#changed.get(slot);
    return !changed || [...changed].some((neighbour) => articles.has(neighbour));
  }

  /** Whether an article needs another share of the least likenesses than before. */
  needsOtherShare(slot: number): boolean {
    return this.#otherShare.has(slot);
  }

  delete(slot: number): void {
    this.#changed.delete(slot);
    this.#otherShare.delete(slot);
  }

  clear(): void {
    this.#changed.clear();
    this.#otherShare.clear();
  }
}
