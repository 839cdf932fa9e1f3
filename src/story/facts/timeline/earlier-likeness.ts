import { groupByDay, type ReadArticle, type StorySentence } from './story-sentences.ts';
import type { TermVector } from './term-vector.ts';
import { TIMELINE } from './timeline.ts';

/**
 * How much the opening sentences of a story's articles are like any sentence of the days before: their highest
 * cosine. The first day's are like none.
 */
export function measureEarlierLikeness(
  articles: readonly ReadArticle[],
): ReadonlyMap<StorySentence, number> {
  const likeness = new Map<StorySentence, number>();
  const earlier = new VectorIndex();
  for (const [, reports] of groupByDay(articles)) {
    for (const { sentences } of reports) {
      for (const one of sentences.slice(0, TIMELINE.openingSentences)) {
        likeness.set(one, earlier.highestCosine(one));
      }
    }
    for (const { sentences } of reports) for (const one of sentences) earlier.add(one);
  }
  return likeness;
}

/** Vectors by their terms, so that one is compared only with those that share any. */
class VectorIndex {
  /** By term: the positions of the vectors that have it, and its weights in them. */
  readonly #vectors: number[][] = [];
  readonly #weights: number[][] = [];
  #size = 0;

  add({ terms, weights }: TermVector): void {
    for (const [i, term] of terms.entries()) {
      (this.#vectors[term] ??= []).push(this.#size);
      (this.#weights[term] ??= []).push(weights[i]!);
    }
    this.#size += 1;
  }

  highestCosine({ terms, weights }: TermVector): number {
    const sums = new Float64Array(this.#size);
    for (const [i, term] of terms.entries()) {
      const vectors = this.#vectors[term] ?? [];
      const others = this.#weights[term] ?? [];
      for (let at = 0; at < vectors.length; at++) sums[vectors[at]!]! += weights[i]! * others[at]!;
    }
    let highest = 0;
    for (const sum of sums) if (sum > highest) highest = sum;
    return highest;
  }
}
