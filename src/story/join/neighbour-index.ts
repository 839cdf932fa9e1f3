import { selectTop } from '../../index/select-top.ts';
import { StringTable } from '../../index/terms/string-table.ts';
import type { TermCounts } from './story-text.ts';
import { JOINING } from './join-settings.ts';
import { buildStoryVector, type StoryVector } from './story-vector.ts';

/** The neighbours of an article, the most similar first, and their cosines. */
export interface Neighbours {
  readonly slots: Uint32Array;
  readonly cosines: Float32Array;
}

const DAY_MS = 86_400_000;

/** A posting holds a slot and the term's weight there in this many steps. */
const WEIGHT_STEPS = 256;

/**
 * The vectors of articles, and for each head term the articles that have it. Articles are listed in an
 * order, and only the last one listed can be unlisted, so that going back in time restores every list.
 */
export class NeighbourIndex {
  readonly #strings = new StringTable();
  readonly #vectors: (StoryVector | undefined)[] = [];
  /** By term id: postings, the last listed article last. */
  readonly #postings: (number[] | undefined)[] = [];
  readonly #times: number[] = [];
  /** By slot: its number in the order of listing. */
  readonly #positions: number[] = [];
  #listed = 0;
  /** Buffers: by term id the weight in the present article; by slot the weight shared with it. */
  #weights = new Float64Array(1024);
  #shared = new Float64Array(1024);

  /** Sets the vector of an article of an instant, in milliseconds since the epoch; 0 if it is unknown. */
  setVector(slot: number, counts: TermCounts, at: number): void {
    this.#vectors[slot] = buildStoryVector(counts, this.#strings);
    this.#times[slot] = at;
  }

  deleteVector(slot: number): void {
    this.#vectors[slot] = undefined;
  }

  /** Lists an article as a candidate for those that look for neighbours from now on. */
  list(slot: number): void {
    const { weights } = this.#vectors[slot]!;
    for (const [i, term] of this.headTerms(slot).entries()) {
      const step = Math.min(WEIGHT_STEPS - 1, Math.round(weights[i]! * WEIGHT_STEPS));
      while (this.#postings.length <= term) this.#postings.push(undefined);
      (this.#postings[term] ??= []).push(slot * WEIGHT_STEPS + step);
    }
    this.#positions[slot] = this.#listed++;
  }

  /** Undoes the last `list`, which was of this article. */
  unlist(slot: number): void {
    for (const term of this.headTerms(slot)) this.#postings[term]!.pop();
    this.#listed -= 1;
  }

  /** The heaviest terms of an article, by id: those that its candidates share. */
  headTerms(slot: number): Uint32Array {
    return this.#vectors[slot]!.terms.subarray(0, JOINING.headTerms);
  }

  /** Compares articles by the order in which they were listed. */
  compareListed(a: number, b: number): number {
    return this.#positions[a]! - this.#positions[b]!;
  }

  /** Finds the most similar of the listed articles. Ties go to the one that was listed first. */
  findNeighbours(slot: number): Neighbours {
    const { terms, weights } = this.#vectors[slot]!;
    const candidates = this.#findCandidates(slot);
    this.#reserveWeights(terms);
    for (let i = 0; i < terms.length; i++) this.#weights[terms[i]!] = weights[i]!;
    const found: { slot: number; cosine: number }[] = [];
    for (const candidate of candidates) {
      const cosine = round(this.#cosine(candidate) * this.#closeness(slot, candidate));
      if (cosine >= JOINING.leastCosine) found.push({ slot: candidate, cosine });
    }
    for (const term of terms) this.#weights[term] = 0;
    found.sort((a, b) => b.cosine - a.cosine || this.compareListed(a.slot, b.slot));
    const kept = found.slice(0, JOINING.neighbours);
    return {
      slots: Uint32Array.from(kept, (each) => each.slot),
      cosines: Float32Array.from(kept, (each) => each.cosine),
    };
  }

  /** Finds the listed articles that share the most weight of head terms. */
  #findCandidates(slot: number): number[] {
    const { weights } = this.#vectors[slot]!;
    if (this.#shared.length < this.#vectors.length) {
      this.#shared = new Float64Array(this.#vectors.length * 2);
    }
    const found: number[] = [];
    for (const [i, term] of this.headTerms(slot).entries()) {
      const postings = this.#postings[term];
      if (!postings) continue;
      const oldest = Math.max(0, postings.length - JOINING.newestOfTerm);
      for (let at = postings.length - 1; at >= oldest; at--) {
        const posting = postings[at]!;
        const other = Math.floor(posting / WEIGHT_STEPS);
        if (other === slot) continue;
        if (this.#shared[other] === 0) found.push(other);
        // A weight that was rounded to 0 still marks the article as found.
        this.#shared[other]! += weights[i]! * ((posting % WEIGHT_STEPS) + 0.5);
      }
    }
    const best = selectTop(
      found,
      JOINING.comparedCandidates,
      (a, b) => this.#shared[b]! - this.#shared[a]! || this.compareListed(a, b),
    );
    for (const other of found) this.#shared[other] = 0;
    return best;
  }

  /** The cosine with the article whose weights are in the buffer. */
  #cosine(slot: number): number {
    const { terms, weights } = this.#vectors[slot]!;
    let product = 0;
    for (let i = 0; i < terms.length; i++) {
      product += weights[i]! * (this.#weights[terms[i]!] ?? 0);
    }
    return product;
  }

  /** By how much the time between two articles reduces their cosine: 0 to 1. */
  #closeness(a: number, b: number): number {
    const [atA, atB] = [this.#times[a]!, this.#times[b]!];
    if (atA === 0 || atB === 0) return 1;
    const days = Math.abs(atA - atB) / DAY_MS - JOINING.freeDays;
    return days <= 0 ? 1 : 2 ** (-days / JOINING.halfLifeDays);
  }

  #reserveWeights(terms: Uint32Array): void {
    const highest = terms.reduce((a, b) => Math.max(a, b), 0);
    if (highest >= this.#weights.length) this.#weights = new Float64Array(highest * 2);
  }
}

/** So that no order of summing changes a cosine. */
function round(cosine: number): number {
  return Math.round(cosine * 1e6) / 1e6;
}
