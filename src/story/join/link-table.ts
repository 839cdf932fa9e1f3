/** The sum of the cosines of the pairs between two groups, given by their numbers. Pairs that aren't neighbours count as 0. */
export interface GroupLink {
  readonly a: number;
  readonly b: number;
  readonly sum: number;
  /** The same of the cosines of their names and figures alone. */
  readonly nameSum: number;
  /** Two single articles that are too little alike to be a story by themselves. */
  readonly isWeak: boolean;
}

/**
 * The links between groups while they are joined, by number. Each is there once for both of its groups, in a few typed
 * arrays, which are faster than a Map for each group.
 */
export class LinkTable {
  /** By link: the sum of the cosines. */
  readonly sums: Float64Array;
  /** By link: the sum of the cosines of names and figures alone. */
  readonly nameSums: Float64Array;
  /** By link: the sum of the numbers of its two groups; -1 if it was added to another one. */
  readonly #ends: Int32Array;
  /** By group: its links, and some that were added to others. */
  readonly #links: number[][];
  /** Buffer: by group, one more than the number of its link with one group. */
  readonly #found: Int32Array;

  constructor(groupCount: number, links: readonly GroupLink[]) {
    this.sums = Float64Array.from(links, ({ sum }) => sum);
    this.nameSums = Float64Array.from(links, ({ nameSum }) => nameSum);
    this.#ends = Int32Array.from(links, ({ a, b }) => a + b);
    this.#links = Array.from({ length: groupCount }, () => []);
    this.#found = new Int32Array(groupCount);
    for (let link = 0; link < links.length; link++) {
      const { a, b } = links[link]!;
      this.#links[a]!.push(link);
      this.#links[b]!.push(link);
    }
  }

  /** The other group of one of a group's links. */
  otherOf(link: number, group: number): number {
    return this.#ends[link]! - group;
  }

  /** The links of a group that was not joined with another one. */
  linksOf(group: number): readonly number[] {
    const links = this.#links[group]!;
    const held = links.filter((link) => this.#ends[link]! >= 0);
    this.#links[group] = held;
    return held;
  }

  /** Gives the links of a group to the one that it was joined with. Their own link is no more. */
  join(from: number, to: number): void {
    const kept: number[] = [];
    for (const link of this.linksOf(to)) {
      const other = this.otherOf(link, to);
      if (other === from) {
        this.#ends[link] = -1;
        continue;
      }
      kept.push(link);
      this.#found[other] = link + 1;
    }
    for (const link of this.linksOf(from)) {
      const other = this.otherOf(link, from);
      const known = this.#found[other]! - 1;
      if (known < 0) {
        this.#ends[link] = other + to;
        kept.push(link);
      } else {
        this.sums[known]! += this.sums[link]!;
        this.nameSums[known]! += this.nameSums[link]!;
        this.#ends[link] = -1;
      }
    }
    for (const link of kept) this.#found[this.otherOf(link, to)] = 0;
    this.#links[to] = kept;
    this.#links[from] = [];
  }
}
