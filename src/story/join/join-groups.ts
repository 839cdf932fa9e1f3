import TinyQueue from 'tinyqueue';
import type { Steps } from '../../slices.ts';
import { JOINING } from './join-settings.ts';
import { LinkTable, type GroupLink } from './link-table.ts';

/** Articles that stay together: one article, or a story. */
export interface Group {
  readonly size: number;
  /** The sum of the cosines of its pairs. */
  readonly inner: number;
  /** The sum of the cosines of their names and figures alone. */
  readonly innerNames: number;
}

/** The mean cosine of a group's pairs, drawn towards that of unrelated articles while there are few pairs. */
function cohesion({ size, inner }: Pick<Group, 'size' | 'inner'>): number {
  const pairs = (size * (size - 1)) / 2;
  const { priorPairs, priorCosine } = JOINING;
  return (inner + priorPairs * priorCosine) / (pairs + priorPairs);
}

interface Candidate {
  readonly a: number;
  readonly b: number;
  /** The number of their link. */
  readonly link: number;
  readonly mean: number;
  /** The size of both at the time; a group that has grown since has other candidates. */
  readonly size: number;
}

/** A pause costs as much as a few links. */
const LINKS_A_PAUSE = 64;
const PAIRS_A_PAUSE = 8;

/**
 * Joins groups by average link: the pair with the highest mean cosine first, but only if that is at least
 * a share of how well each of the two already holds together. So a tight story takes nothing loose, while
 * a loose one may grow. `shares` are what the groups need of the least means; two groups need the larger one. Returns for
 * each group the number of the one that it was joined with. Pauses often.
 */
export function* joinGroups(
  groups: readonly Group[],
  links: readonly GroupLink[],
  shares: Float64Array,
): Steps<number[]> {
  const joined = groups.map(({ size, inner, innerNames }) => ({ size, inner, innerNames }));
  const cohesions = Float64Array.from(joined, cohesion);
  const sizes = Int32Array.from(joined, ({ size }) => size);
  const needed = shares.slice();
  const parents = groups.map((_, number) => number);
  const table = new LinkTable(groups.length, links);
  const queue = new TinyQueue<Candidate>([], compareCandidates);
  const propose = (one: number, link: number): void => {
    const other = table.otherOf(link, one);
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    const pairs = sizes[a]! * sizes[b]!;
    const mean = table.sums[link]! / pairs;
    const share = Math.max(needed[a]!, needed[b]!);
    // Of two single articles, the link itself says whether they are alike enough.
    if (pairs > 1 && mean < share * (JOINING.leastMean + JOINING.leastMeanOfFew / pairs)) return;
    if (mean < (JOINING.leastRatio * (cohesions[a]! + cohesions[b]!)) / 2) return;
    queue.push({ a, b, link, mean, size: sizes[a]! + sizes[b]! });
  };
  for (let link = 0; link < links.length; link++) {
    if (link % LINKS_A_PAUSE === 0) yield;
    const { a, b, isWeak } = links[link]!;
    if (!isWeak || sizes[a]! + sizes[b]! > 2) propose(a, link);
  }
  for (let best = queue.pop(), taken = 0; best; best = queue.pop(), taken++) {
    if (taken % PAIRS_A_PAUSE === 0) yield;
    const { a, b, link, size } = best;
    if (parents[a] !== a || parents[b] !== b) continue;
    const [first, second] = [joined[a]!, joined[b]!];
    if (first.size + second.size !== size) continue;
    const nameSum = table.nameSums[link]!;
    if (size >= JOINING.namesFrom && !areNamesAlike(first, second, nameSum)) continue;
    parents[b] = a;
    const whole = {
      size,
      inner: first.inner + second.inner + table.sums[link]!,
      innerNames: first.innerNames + second.innerNames + nameSum,
    };
    needed[a] = Math.max(needed[a]!, needed[b]!);
    joined[a] = whole;
    cohesions[a] = cohesion(whole);
    sizes[a] = size;
    table.join(b, a);
    for (const each of table.linksOf(a)) propose(a, each);
  }
  attachLeftovers(joined, table, parents);
  return parents.map((_, number) => rootOf(parents, number));
}

/** Whether the names and figures of two groups are as alike as those within each. */
function areNamesAlike(one: Group, other: Group, nameSum: number): boolean {
  const within = ({ size, innerNames }: Group): number => cohesion({ size, inner: innerNames });
  const least = (JOINING.leastNamesRatio * (within(one) + within(other))) / 2;
  return nameSum / (one.size * other.size) >= least;
}

/**
 * Joins leftovers with the larger group that is clearly closest: a short report shares few words with
 * the long ones of its event, but still far more than with any other event.
 */
function attachLeftovers(joined: readonly Group[], table: LinkTable, parents: number[]): void {
  const { leftoverSize, leftoverCosine, leftoverRatio, leftoverLead } = JOINING;
  const attached: [leftover: number, target: number][] = [];
  for (const [leftover, parent] of parents.entries()) {
    const { size } = joined[leftover]!;
    if (parent !== leftover || size > leftoverSize) continue;
    let [best, bestMean, secondMean] = [-1, 0, 0];
    for (const link of table.linksOf(leftover)) {
      const other = table.otherOf(link, leftover);
      const otherSize = joined[other]!.size;
      if (otherSize <= leftoverSize) continue;
      const mean = table.sums[link]! / (size * otherSize);
      if (best < 0 || mean > bestMean || (mean === bestMean && other < best))
        [best, bestMean, secondMean] = [other, mean, bestMean];
      else secondMean = Math.max(secondMean, mean);
    }
    if (best < 0 || bestMean < leftoverCosine || bestMean < leftoverLead * secondMean) continue;
    if (bestMean >= leftoverRatio * cohesion(joined[best]!)) attached.push([leftover, best]);
  }
  // Decided for all before any is attached, so that their order doesn't matter.
  for (const [leftover, target] of attached) parents[leftover] = target;
}

function rootOf(parents: readonly number[], number: number): number {
  let root = number;
  while (parents[root] !== root) root = parents[root]!;
  return root;
}

function compareCandidates(x: Candidate, y: Candidate): number {
  return y.mean - x.mean || x.a - y.a || x.b - y.b;
}
