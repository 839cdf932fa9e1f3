import { addTo, type TermVector } from '../text/term-vector.ts';
import type { ClusterItem } from './cluster-item.ts';

/** A story while it grows. */
export interface StoryDraft {
  readonly items: ClusterItem[];
  /** Sum of its articles' vectors: the centroid, except for its length. */
  readonly sum: Map<string, number>;
  squaredNorm: number;
  /** Date of its latest dated article. */
  lastAt: number | undefined;
}

/**
 * Growing stories, with an index from term to stories, so that only stories with a shared term are
 * compared.
 */
export class StoryDrafts {
  readonly #drafts: StoryDraft[] = [];
  /** Term → open stories and the term's weight in their sums. */
  readonly #byTerm = new Map<string, Map<StoryDraft, number>>();
  /** Stories still within the window, in the order in which they were opened. */
  readonly #open = new Set<StoryDraft>();

  /** In the order in which they were opened. */
  get all(): readonly StoryDraft[] {
    return this.#drafts;
  }

  /** The open story with the highest cosine. Ties go to the one opened first. */
  closest(vector: TermVector): { draft: StoryDraft; similarity: number } | undefined {
    const products = new Map<StoryDraft, number>();
    for (const [term, weight] of vector) {
      for (const [draft, draftWeight] of this.#byTerm.get(term) ?? []) {
        products.set(draft, (products.get(draft) ?? 0) + weight * draftWeight);
      }
    }
    let best: { draft: StoryDraft; similarity: number } | undefined;
    for (const draft of this.#open) {
      const product = products.get(draft);
      if (product === undefined) continue;
      const similarity = product / Math.sqrt(draft.squaredNorm);
      if (!best || similarity > best.similarity) best = { draft, similarity };
    }
    return best;
  }

  open(item: ClusterItem, vector: TermVector): void {
    const draft: StoryDraft = { items: [], sum: new Map(), squaredNorm: 0, lastAt: undefined };
    this.#drafts.push(draft);
    this.#open.add(draft);
    this.join(draft, item, vector);
  }

  join(draft: StoryDraft, item: ClusterItem, vector: TermVector): void {
    draft.items.push(item);
    addTo(draft.sum, vector);
    draft.squaredNorm = 0;
    for (const weight of draft.sum.values()) draft.squaredNorm += weight * weight;
    draft.lastAt = item.at ?? draft.lastAt;
    for (const term of vector.keys()) {
      const drafts = this.#byTerm.get(term) ?? new Map<StoryDraft, number>();
      this.#byTerm.set(term, drafts.set(draft, draft.sum.get(term)!));
    }
  }

  /** Closes stories whose last dated article is older. They take no more articles. */
  retireBefore(oldest: number): void {
    for (const draft of this.#open) {
      if (draft.lastAt === undefined || draft.lastAt >= oldest) continue;
      this.#open.delete(draft);
      for (const term of draft.sum.keys()) {
        const drafts = this.#byTerm.get(term);
        drafts?.delete(draft);
        if (drafts?.size === 0) this.#byTerm.delete(term);
      }
    }
  }
}
