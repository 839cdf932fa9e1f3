import TinyQueue from 'tinyqueue';
import type { Steps } from '../../slices.ts';
import { JOINING } from './join-settings.ts';

/** Articles that stay together: one article, or a story. */
export interface Group {
  readonly size: number;
  /** The sum of the cosines of its pairs. */
  readonly inner: number;
  /** The sum of the cosines of their names and figures alone. */
  readonly innerNames: number;
}

/** The sum of the cosines of the pairs between two groups, given by their numbers. Pairs that aren't neighbours count as 0. */
export interface GroupLink {
  readonly a: number;
  readonly b: number;
  readonly sum: number;
  /** The same of the cosines of their names and figures alone. */
  readonly nameSum: number;
  /** Two single articles that share too few terms. */
  readonly isWeak: boolean;
}

/** The mean cosine of a group's pairs, drawn towards that of unrelated articles while there are few pairs. */
function cohesion({ size, inner }: Pick<Group, 'size' | 'inner'>): number {
  const pairs = (size * (size - 1)) / 2;
  const { priorPairs, priorCosine } = JOINING;
  return (inner + priorPairs * priorCosine) / (pairs + priorPairs);
}

interface Candidate extends Omit<GroupLink, 'isWeak' | 'nameSum'> {
  readonly mean: number;
  /** The sizes at the time; a group that has grown since has other candidates. */
  readonly sizes: number;
}

/** A pause costs as much as a few links. */
const LINKS_A_PAUSE = 64;
const PAIRS_A_PAUSE = 8;

/**
 * Joins groups by average link: the pair with the highest mean cosine first, but only if that is at least
 * a share of how well each of the two already holds together. So a tight story takes nothing loose, while
 * a loose one may grow. Returns for each group the number of the one that it was joined with. Pauses often.
 */
export function* joinGroups(
  groups: readonly Group[],
  links: readonly GroupLink[],
): Steps<number[]> {
  const joined = groups.map(({ size, inner, innerNames }) => ({ size, inner, innerNames }));
  const parents = groups.map((_, number) => number);
  const sums = groups.map(() => new Map<number, number>());
  const nameSums = groups.map(() => new Map<number, number>());
  const queue = new TinyQueue<Candidate>([], compareCandidates);
  const propose = (one: number, other: number, sum: number): void => {
    const [a, b] = one < other ? [one, other] : [other, one];
    const [first, second] = [joined[a]!, joined[b]!];
    const mean = sum / (first.size * second.size);
    if (mean < (JOINING.leastRatio * (cohesion(first) + cohesion(second))) / 2) return;
    queue.push({ a, b, sum, mean, sizes: first.size + second.size });
  };
  for (const [i, { a, b, sum, nameSum, isWeak }] of links.entries()) {
    if (i % LINKS_A_PAUSE === 0) yield;
    sums[a]!.set(b, sum);
    sums[b]!.set(a, sum);
    nameSums[a]!.set(b, nameSum);
    nameSums[b]!.set(a, nameSum);
    if (!isWeak || joined[a]!.size + joined[b]!.size > 2) propose(a, b, sum);
  }
  for (let best = queue.pop(), taken = 0; best; best = queue.pop(), taken++) {
    if (taken % PAIRS_A_PAUSE === 0) yield;
    const { a, b, sum, sizes } = best;
    if (parents[a] !== a || parents[b] !== b) continue;
    const [first, second] = [joined[a]!, joined[b]!];
    if (first.size + second.size !== sizes) continue;
    const nameSum = nameSums[a]!.get(b) ?? 0;
    if (sizes >= JOINING.namesFrom && !areNamesAlike(first, second, nameSum)) continue;
    parents[b] = a;
    joined[a] = {
      size: sizes,
      inner: first.inner + second.inner + sum,
      innerNames: first.innerNames + second.innerNames + nameSum,
    };
    moveSums(sums, b, a);
    moveSums(nameSums, b, a);
    for (const [other, whole] of sums[a]!) propose(a, other, whole);
  }
  attachLeftovers(joined, sums, parents);
  return parents.map((_, number) => rootOf(parents, number));
}

/** Adds the sums of a group to those of the one that it was joined with. */
function moveSums(sums: readonly Map<number, number>[], from: number, to: number): void {
  sums[to]!.delete(from);
  for (const [other, more] of sums[from]!) {
    if (other === to) continue;
    const whole = (sums[to]!.get(other) ?? 0) + more;
    sums[to]!.set(other, whole);
    sums[other]!.delete(from);
    sums[other]!.set(to, whole);
  }
  sums[from]!.clear();
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
function attachLeftovers(
  joined: readonly Group[],
  sums: readonly ReadonlyMap<number, number>[],
  parents: number[],
): void {
  const { leftoverSize, leftoverRatio, leftoverLead } = JOINING;
  const sizeOf = (number: number): number => joined[number]!.size;
  const attached: [leftover: number, target: number][] = [];
  for (const [leftover, parent] of parents.entries()) {
    if (parent !== leftover || sizeOf(leftover) > leftoverSize) continue;
    const targets = [...sums[leftover]!]
      .filter(([other]) => sizeOf(other) > leftoverSize)
      .map(([other, sum]) => ({ other, mean: sum / (sizeOf(leftover) * sizeOf(other)) }))
      .toSorted((x, y) => y.mean - x.mean || x.other - y.other);
    const [best, second] = targets;
    if (!best || best.mean < leftoverRatio * cohesion(joined[best.other]!)) continue;
    if (best.mean >= leftoverLead * (second?.mean ?? 0)) attached.push([leftover, best.other]);
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
