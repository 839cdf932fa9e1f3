import { grow } from '../../index/terms/grow.ts';
import type { IndexedArticle, Likeness, Neighbours } from './indexed-article.ts';
import { neighbourOf } from './neighbour-entry.ts';
import { JOINING } from './join-settings.ts';
import { OrderedPostings, postingOf, search, slotOf, weightOf } from './ordered-postings.ts';
import type { StoryTerms } from './story-text.ts';
import { buildStoryVector } from './story-vector.ts';
import { TermTable } from './term-table.ts';
import { closenessAfter, daysBetween, leastPairCosine } from './time-apart.ts';
import { WeightBuffer } from './weight-buffer.ts';
import { WeightedLists } from './weighted-lists.ts';

/** The hour of a server's own articles, which come after all others. */
export const OWN_HOUR = Number.MAX_SAFE_INTEGER;

/**
 * The vectors of articles, and for each head term the articles that have it. The neighbours of an article are among
 * those up to its hour, so later ones never change them.
 */
export class NeighbourIndex {
  readonly #table = new TermTable();
  readonly #vectors = new WeightedLists();
  readonly #postings = new OrderedPostings();
  /** By slot. */
  readonly #articles: (IndexedArticle | undefined)[] = [];
  /** By slot: what an article shares with the last of those that it is compared with; 0 if it is compared with all. */
  #leastShared = new Float64Array(1024);
  /** By slot: the length of the vector of its names and figures alone. */
  #nameLengths = new Float64Array(1024);
  readonly #buffer = new WeightBuffer();
  /** Buffer: by slot the weight of head terms shared with one article. */
  #shared = new Float64Array(1024);

  /** Keeps the vector of an article without listing it. The weights of names are negative. */
  setVector(article: IndexedArticle, { counts, names }: Omit<StoryTerms, 'sketch'>): void {
    const { terms, weights } = buildStoryVector(counts, this.#table, names);
    for (const term of terms) this.#table.hold(term);
    this.#vectors.set(article.slot, terms, weights);
    let squares = 0;
    for (const weight of weights) if (weight < 0) squares += weight * weight;
    this.#nameLengths = grow(this.#nameLengths, article.slot);
    this.#nameLengths[article.slot] = Math.sqrt(squares);
    while (this.#articles.length < article.slot) this.#articles.push(undefined);
    this.#articles[article.slot] = article;
    this.#leastShared = grow(this.#leastShared, article.slot);
    this.#shared = grow(this.#shared, article.slot);
    this.#buffer.reserve(this.#table.idLimit);
  }

  deleteVector(slot: number): void {
    if (!this.#vectors.has(slot)) return;
    const [ids, from] = [this.#vectors.ids(slot), this.#vectors.from(slot)];
    this.#table.release(ids.subarray(from, from + this.#vectors.length(slot)));
    this.#vectors.delete(slot);
    this.#articles[slot] = undefined;
  }

  /** Lists an article as a candidate for those of its hour and of later ones. */
  list(slot: number): void {
    this.#forEachHead(slot, (term, weight) => {
      this.#postings.insert(term, this.#positionOf(term, slot), postingOf(slot, weight));
    });
  }

  unlist(slot: number): void {
    this.#forEachHead(slot, (term) => {
      this.#postings.removeAt(term, this.#positionOf(term, slot));
    });
  }

  /** Compares articles by hour and id, servers' own ones by time and id. */
  compareListed(a: number, b: number): number {
    const [one, other] = [this.#articles[a]!, this.#articles[b]!];
    const difference = one.hour - other.hour || (one.hour === OWN_HOUR ? one.at - other.at : 0);
    return difference || (one.id < other.id ? -1 : Number(one.id > other.id));
  }

  /** Finds the most similar of the listed articles up to its hour. Ties go to the one that is first in order. */
  findNeighbours(slot: number): Neighbours {
    const candidates = this.#findCandidates(slot);
    this.#buffer.load(this.#vectors, slot);
    const found: { slot: number; cosine: number; signed: number; neighbour: number }[] = [];
    for (const candidate of candidates) {
      const { cosine, isWeak, nameCosine } = this.#compareLoaded(slot, candidate);
      if (cosine < JOINING.leastCosine) continue;
      const neighbour = neighbourOf(candidate, nameCosine);
      found.push({ slot: candidate, cosine, signed: isWeak ? -cosine : cosine, neighbour });
    }
    this.#buffer.unload(this.#vectors, slot);
    found.sort((a, b) => b.cosine - a.cosine || this.compareListed(a.slot, b.slot));
    const kept = found.slice(0, JOINING.neighbours);
    return {
      neighbours: Uint32Array.from(kept, ({ neighbour }) => neighbour),
      cosines: Float32Array.from(kept, (each) => each.signed),
    };
  }

  /** Compares an article with others, by position; they need not be its neighbours. */
  compareWith(slot: number, others: readonly number[]): Likeness[] {
    this.#buffer.load(this.#vectors, slot);
    const found = others.map((other) => this.#compareLoaded(slot, other));
    this.#buffer.unload(this.#vectors, slot);
    return found;
  }

  /** Compares an article with the one in the buffer. */
  #compareLoaded(loaded: number, slot: number): Likeness {
    const { cosine: plain, named, shared } = this.#buffer.compare(this.#vectors, slot);
    const days = daysBetween(this.#articles[loaded]!.at, this.#articles[slot]!.at);
    const closeness = closenessAfter(days);
    const cosine = round(plain * closeness);
    const lengths = this.#nameLengths[loaded]! * this.#nameLengths[slot]!;
    const nameCosine = lengths === 0 ? plain : named / lengths;
    const isWeak =
      shared < this.#leastTerms(loaded, slot) ||
      (lengths > 0 && nameCosine < JOINING.leastNameCosine) ||
      cosine < leastPairCosine(days);
    return { cosine, isWeak, nameCosine: nameCosine * closeness };
  }

  /**
   * Finds those of the articles for which `isFound` holds whose neighbours may be others with a listed article than
   * without it. That is so if it would be compared with them, or if one would that it pushes out of a list of the
   * newest articles.
   */
  findConcerned(slot: number, isFound: (slot: number) => boolean): Set<number> {
    const concerned = new Set<number>();
    const pushed: { out: number; by: Uint32Array }[] = [];
    const { hour } = this.#articles[slot]!;
    const others = new Set<number>();
    this.#forEachHead(slot, (term) => {
      const { list, from, to } = this.#postings.range(term);
      const position = from + this.#positionOf(term, slot);
      // The articles of an hour see each other.
      let begin = this.#endOfHour(list, from, to, hour - 1);
      while (begin < to) {
        const end = this.#endOfHour(list, begin, to, this.#articles[slotOf(list[begin]!)]!.hour);
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
    this.#forEachHead(slot, (term, weight) => {
      this.#buffer.set(term, weightOf(postingOf(0, weight)));
    });
    for (const other of others) {
      if (concerned.has(other)) continue;
      let shared = 0;
      this.#forEachHead(other, (term, weight) => {
        shared += weight * this.#buffer.weight(term);
      });
      if (shared >= this.#leastShared[other]!) concerned.add(other);
    }
    this.#forEachHead(slot, (term) => {
      this.#buffer.set(term, 0);
    });
  }

  /** Finds the listed articles that share the most weight of head terms. */
  #findCandidates(slot: number): number[] {
    const found: number[] = [];
    const shared = this.#shared;
    const { hour } = this.#articles[slot]!;
    const vectors = this.#vectors;
    const [terms, weights, first] = [vectors.ids(slot), vectors.weights(slot), vectors.from(slot)];
    const last = first + Math.min(JOINING.headTerms, vectors.length(slot));
    for (let i = first; i < last; i++) {
      const { list, from, to } = this.#postings.range(terms[i]!);
      const end = this.#endOfHour(list, from, to, hour);
      const oldest = Math.max(from, end - JOINING.newestOfTerm);
      const weight = Math.abs(weights[i]!);
      for (let at = end - 1; at >= oldest; at--) {
        const posting = list[at]!;
        const other = slotOf(posting);
        if (other === slot) continue;
        const sum = shared[other]!;
        if (sum === 0) found.push(other);
        // A weight that was rounded to 0 still marks the article as found.
        shared[other] = sum + weight * weightOf(posting);
      }
    }
    const best = this.#selectSharing(found);
    const isAll = best.length < JOINING.comparedCandidates;
    this.#leastShared[slot] = isAll ? 0 : shared[best.at(-1)!]!;
    for (const other of found) shared[other] = 0;
    return best;
  }

  /** Selects those that share the most, by the buffer, without sorting all: there are thousands. */
  #selectSharing(found: readonly number[]): number[] {
    const shared = this.#shared;
    const most = JOINING.comparedCandidates;
    const compare = (a: number, b: number): number =>
      shared[b]! - shared[a]! || this.compareListed(a, b);
    let best: number[] = [];
    let least = 0;
    for (const other of found) {
      if (shared[other]! < least) continue;
      best.push(other);
      if (best.length < most * 4) continue;
      best = best.toSorted(compare).slice(0, most);
      least = shared[best.at(-1)!]!;
    }
    return best.toSorted(compare).slice(0, most);
  }

  /** How many terms two articles must share to be a story by themselves. */
  #leastTerms(a: number, b: number): number {
    const shorter = Math.min(this.#vectors.length(a), this.#vectors.length(b));
    return Math.min(JOINING.sharedTerms, JOINING.sharedOfShort * shorter);
  }

  /** Calls `visit` for the heaviest terms of an article: those that its candidates share. */
  #forEachHead(slot: number, visit: (term: number, weight: number) => void): void {
    const [terms, weights] = [this.#vectors.ids(slot), this.#vectors.weights(slot)];
    const from = this.#vectors.from(slot);
    const to = from + Math.min(JOINING.headTerms, this.#vectors.length(slot));
    for (let i = from; i < to; i++) visit(terms[i]!, Math.abs(weights[i]!));
  }

  /** The number of a term's listed articles that come before one. */
  #positionOf(term: number, slot: number): number {
    const { list, from, to } = this.#postings.range(term);
    return search(from, to, (at) => this.compareListed(slotOf(list[at]!), slot) >= 0) - from;
  }

  /** The end of those of a term's articles that are not later than an hour. */
  #endOfHour(list: Uint32Array, from: number, to: number, hour: number): number {
    return search(from, to, (at) => this.#articles[slotOf(list[at]!)]!.hour > hour);
  }
}

/** So that no order of summing changes a cosine. */
function round(cosine: number): number {
  return Math.round(cosine * 1e6) / 1e6;
}
