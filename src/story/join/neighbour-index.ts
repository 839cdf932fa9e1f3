import { grow } from '../../index/terms/grow.ts';
import { ArticleOrder } from './article-order.ts';
import type { IndexedArticle, Likeness, Neighbours } from './indexed-article.ts';
import { neighbourOf } from './neighbour-entry.ts';
import { JOINING } from './join-settings.ts';
import { likenessOf } from './likeness.ts';
import { neededShare } from './needed-share.ts';
import { OrderedPostings, postingOf, search, slotOf, weightOf } from './ordered-postings.ts';
import { SharedWeights } from './shared-weights.ts';
import type { TermCounts } from './terms/term-counter.ts';
import { StoryVectors } from './story-vectors.ts';
import { closenessAfter, daysBetween, leastPairCosine } from './time-apart.ts';
import { WeightBuffer } from './weight-buffer.ts';

/**
 * The vectors of articles, and for each head term the articles that have it. The neighbours of an article are among
 * those up to its hour, so later ones never change them.
 */
export class NeighbourIndex {
  readonly #vectors = new StoryVectors();
  readonly #postings = new OrderedPostings();
  readonly #order = new ArticleOrder();
  /** By slot: what an article shares with the last of those that it is compared with; 0 if it is compared with all. */
  #leastShared = new Float64Array(1024);
  readonly #buffer = new WeightBuffer();
  readonly #shared = new SharedWeights();

  /** Keeps the vector of an article without listing it. */
  setVector(article: IndexedArticle, counts: TermCounts): void {
    this.#vectors.set(article.slot, counts);
    this.#order.set(article);
    this.#leastShared = grow(this.#leastShared, article.slot);
    this.#shared.reserve(article.slot);
    this.#buffer.reserve(this.#vectors.table.idLimit);
  }

  deleteVector(slot: number): void {
    if (!this.#vectors.has(slot)) return;
    this.#vectors.delete(slot);
    this.#order.delete(slot);
  }

  /** Lists an article as a candidate for those of its hour and of later ones. */
  list(slot: number): void {
    const isAfter = (posting: number): boolean => this.#order.compare(slotOf(posting), slot) >= 0;
    this.#vectors.forEachHead(slot, (term, weight) => {
      this.#postings.insert(term, postingOf(slot, weight), isAfter);
    });
  }

  unlist(slot: number): void {
    this.#vectors.forEachHead(slot, (term) => {
      this.#postings.removeAt(term, this.#positionOf(term, slot));
    });
  }

  /** Compares articles by hour and id, servers' own ones by time and id. */
  compareListed(a: number, b: number): number {
    return this.#order.compare(a, b);
  }

  /** Finds the most similar of the listed articles up to its hour. Ties go to the one that is first in order. */
  findNeighbours(slot: number): Neighbours {
    const found: (Likeness & { readonly other: number })[] = [];
    const candidates = this.#findCandidates(slot);
    this.#buffer.load(this.#vectors, slot);
    // Most candidates are too little alike to be neighbours.
    for (const other of candidates) {
      const likeness = this.#compareLoaded(slot, other);
      if (likeness.cosine >= JOINING.leastCosine) found.push({ other, ...likeness });
    }
    found.sort((a, b) => b.cosine - a.cosine || this.#order.compare(a.other, b.other));
    const closest = found.slice(0, JOINING.neighbours);
    const neighbours = Uint32Array.from(closest, (one) => neighbourOf(one.other, one.nameCosine));
    const cosines = Float32Array.from(closest, ({ cosine }) => cosine);
    const share = Math.max(JOINING.lonePairShare, neededShare(cosines, 0, cosines.length));
    for (const [i, { cosine, leastCosine }] of closest.entries())
      if (cosine < leastCosine * share) cosines[i] = -cosine;
    return { neighbours, cosines };
  }

  /** Compares an article with others, by position; they need not be its neighbours. */
  compareWith(slot: number, others: Iterable<number>): Likeness[] {
    this.#buffer.load(this.#vectors, slot);
    return Array.from(others, (other) => this.#compareLoaded(slot, other));
  }

  /** Compares an article with the one in the buffer. */
  #compareLoaded(loaded: number, slot: number): Likeness {
    const vectors = this.#vectors;
    const found = this.#buffer.compare(vectors, slot);
    const { cosine: whole, named, shared } = found;
    const opening =
      (partOf(found.ofLoadedOpening, vectors.openingLength(loaded)) +
        partOf(found.ofOtherOpening, vectors.openingLength(slot))) /
      2;
    const plain = likenessOf(whole, opening, vectors.length(loaded) * vectors.length(slot));
    const days = daysBetween(this.#order.timeOf(loaded), this.#order.timeOf(slot));
    const closeness = closenessAfter(days);
    const cosine = round(plain * closeness);
    const lengths = vectors.nameLength(loaded) * vectors.nameLength(slot);
    const nameCosine = lengths === 0 ? whole : named / lengths;
    const areApart =
      shared < this.#leastTerms(loaded, slot) ||
      (lengths > 0 && nameCosine < JOINING.leastNameCosine);
    const leastCosine = areApart ? Infinity : leastPairCosine(days);
    return { cosine, leastCosine, nameCosine: nameCosine * closeness };
  }

  /**
   * Finds those of the articles for which `isFound` holds whose neighbours may be others with a listed article than
   * without it. That is so if it would be compared with them, or if one would that it pushes out of a list of the
   * newest articles.
   */
  findConcerned(slot: number, isFound: (slot: number) => boolean): Set<number> {
    const concerned = new Set<number>();
    const pushed: { out: number; by: Uint32Array }[] = [];
    const hour = this.#order.hourOf(slot);
    const others = new Set<number>();
    this.#vectors.forEachHead(slot, (term) => {
      const { list, from, to } = this.#postings.range(term);
      const position = from + this.#positionOf(term, slot);
      // The articles of an hour see each other.
      let begin = this.#endOfHour(list, from, to, hour - 1);
      while (begin < to) {
        const end = this.#endOfHour(list, begin, to, this.#order.hourOf(slotOf(list[begin]!)));
        if (position < end - JOINING.newestOfTerm) break;
        const by = list.slice(begin, end).map(slotOf).filter(isFound);
        for (const other of by) others.add(other);
        const out = end - JOINING.newestOfTerm - 1;
        if (out >= from && by.length > 0) pushed.push({ out: slotOf(list[out]!), by });
        begin = end;
      }
    });
    others.delete(slot);
    this.#addConcerned(slot, others, concerned);
    for (const { out, by } of pushed) this.#addConcerned(out, by, concerned);
    return concerned;
  }

  /** Adds those articles that share as much with one as with the last that they are compared with. */
  #addConcerned(slot: number, others: Iterable<number>, concerned: Set<number>): void {
    this.#buffer.clear();
    this.#vectors.forEachHead(slot, (term, weight) => {
      this.#buffer.add(term, weightOf(postingOf(0, weight)));
    });
    for (const other of others) {
      if (concerned.has(other)) continue;
      const least = this.#leastShared[other]!;
      // Most share too little even by all of their terms.
      const shared = this.#sharedWith(other, () => true);
      if (shared < least) continue;
      const hour = this.#order.hourOf(other);
      if (this.#sharedWith(other, (term) => this.#isAmongNewest(term, slot, hour)) >= least)
        concerned.add(other);
    }
  }

  /** Sums what an article shares with the one in the buffer, in the order in which candidates are found. */
  #sharedWith(slot: number, isCounted: (term: number) => boolean): number {
    let shared = 0;
    this.#vectors.forEachHead(slot, (term, weight) => {
      const other = this.#buffer.weight(term);
      if (other !== 0 && isCounted(term)) shared += weight * other;
    });
    return shared;
  }

  /** Whether an article is among the newest of a term up to an hour, or would be with one less. */
  #isAmongNewest(term: number, slot: number, hour: number): boolean {
    const { list, from, to } = this.#postings.range(term);
    const end = this.#endOfHour(list, from, to, hour);
    return from + this.#positionOf(term, slot) >= end - JOINING.newestOfTerm - 1;
  }

  /** Finds the listed articles that share the most weight of head terms. */
  #findCandidates(slot: number): Uint32Array {
    const shared = this.#shared;
    const hour = this.#order.hourOf(slot);
    this.#vectors.forEachHead(slot, (term, weight) => {
      const { list, from, to } = this.#postings.range(term);
      const end = this.#endOfHour(list, from, to, hour);
      shared.addAll(list, Math.max(from, end - JOINING.newestOfTerm), end, weight, slot);
    });
    const best = shared.select(JOINING.comparedCandidates, (a, b) => this.#order.compare(a, b));
    const isAll = best.length < JOINING.comparedCandidates;
    this.#leastShared[slot] = isAll ? 0 : shared.of(best.at(-1)!);
    shared.clear();
    return best;
  }

  /** How many terms two articles must share to be a story by themselves. */
  #leastTerms(a: number, b: number): number {
    const shorter = Math.min(this.#vectors.length(a), this.#vectors.length(b));
    return Math.min(JOINING.sharedTerms, JOINING.sharedOfShort * shorter);
  }

  /** The number of a term's listed articles that come before one. */
  #positionOf(term: number, slot: number): number {
    const { list, from, to } = this.#postings.range(term);
    return search(from, to, (at) => this.#order.compare(slotOf(list[at]!), slot) >= 0) - from;
  }

  /** The end of those of a term's articles that are not later than an hour. */
  #endOfHour(list: Uint32Array, from: number, to: number, hour: number): number {
    // Most often that is all of them.
    if (from < to && this.#order.hourOf(slotOf(list[to - 1]!)) <= hour) return to;
    return search(from, to, (at) => this.#order.hourOf(slotOf(list[at]!)) > hour);
  }
}

/** The cosine of a part of a vector, given by its product with another vector, and its length; 0 if nothing is in it. */
function partOf(product: number, length: number): number {
  return length === 0 ? 0 : product / length;
}

/** So that no order of summing changes a cosine. */
function round(cosine: number): number {
  return Math.round(cosine * 1e6) / 1e6;
}
