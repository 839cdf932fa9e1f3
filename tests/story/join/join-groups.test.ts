import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../../../src/slices.ts';
import { joinGroups, type Group } from '../../../src/story/join/join-groups.ts';
import { findComponents } from '../../../src/story/join/link-components.ts';
import type { GroupLink } from '../../../src/story/join/link-table.ts';
import { JOINING } from '../../../src/story/join/join-settings.ts';

/** Sums in 1024ths, so that no order of adding changes them. */
const share = (most: number) => fc.integer({ min: 1, max: most }).map((part) => part / 1024);

const groupsArb = fc.array(
  fc.record({
    size: fc.constantFrom(1, 1, 1, 2, 3, 61),
    inner: share(2048),
    innerNames: share(2048),
  }),
  { minLength: 2, maxLength: 14 },
);

/** Some groups, links between some of them, and the share of the least means that each needs. */
const given = groupsArb.chain((groups) => {
  const pairs = groups.flatMap((_, b) => Array.from({ length: b }, (__, a) => ({ a, b })));
  const links = fc.subarray(pairs).chain((some) =>
    fc.tuple(
      ...some.map(({ a, b }) =>
        fc.record({
          a: fc.constant(a),
          b: fc.constant(b),
          sum: share(900 * groups[a]!.size * groups[b]!.size),
          nameSum: share(900 * groups[a]!.size * groups[b]!.size),
          isWeak: fc.boolean(),
        }),
      ),
    ),
  );
  const shares = fc
    .array(fc.constantFrom(0.5, 0.75, 1), { minLength: groups.length, maxLength: groups.length })
    .map((each) => Float64Array.from(each));
  return fc.tuple(fc.constant(groups.map(pure)), links, shares);
});

/** A single article has no pairs. */
function pure({ size, inner, innerNames }: Group): Group {
  return size === 1 ? { size, inner: 0, innerNames: 0 } : { size, inner, innerNames };
}

function cohesion(size: number, inner: number): number {
  const { priorPairs, priorCosine } = JOINING;
  return (inner + priorPairs * priorCosine) / ((size * (size - 1)) / 2 + priorPairs);
}

/** The same rules, looked for among all pairs of groups again and again. */
function joinSlowly(
  groups: readonly Group[],
  links: readonly GroupLink[],
  shares: Float64Array,
): number[] {
  const parents = groups.map((_, number) => number);
  const sumOf = (one: number, other: number, by: 'sum' | 'nameSum'): number =>
    links.reduce((sum, link) => {
      const ends = [parents[link.a], parents[link.b]];
      return ends.includes(one) && ends.includes(other) ? sum + link[by] : sum;
    }, 0);
  const members = (number: number): Group[] => groups.filter((_, i) => parents[i] === number);
  const inner = (number: number, by: 'sum' | 'nameSum'): number => {
    const within = links.filter(({ a, b }) => parents[a] === number && parents[b] === number);
    const own = members(number).map((each) => (by === 'sum' ? each.inner : each.innerNames));
    return [...own, ...within.map((link) => link[by])].reduce((sum, each) => sum + each, 0);
  };
  const size = (number: number): number =>
    members(number).reduce((sum, each) => sum + each.size, 0);
  const within = (number: number, by: 'sum' | 'nameSum'): number =>
    cohesion(size(number), inner(number, by));
  const needed = (a: number, b: number): number =>
    Math.max(...shares.filter((_, i) => parents[i] === a || parents[i] === b));
  const isLinked = (a: number, b: number): boolean =>
    links.some(
      (link) =>
        parents[link.a] !== parents[link.b] &&
        [parents[link.a], parents[link.b]].every((end) => end === a || end === b),
    );
  const roots = (): number[] => [...new Set(parents)].toSorted((a, b) => a - b);
  for (;;) {
    const found = roots().flatMap((a) =>
      roots().flatMap((b) => {
        if (a >= b || !isLinked(a, b)) return [];
        const area = size(a) * size(b);
        const mean = sumOf(a, b, 'sum') / area;
        const whole = size(a) + size(b);
        const isWeak = links.some((link) => link.a === a && link.b === b && link.isWeak);
        if (isWeak && whole <= 2) return [];
        const leastMean = JOINING.leastMean + JOINING.leastMeanOfFew / area;
        if (area > 1 && mean < needed(a, b) * leastMean) return [];
        if (mean < (JOINING.leastRatio * (within(a, 'sum') + within(b, 'sum'))) / 2) return [];
        const least = (JOINING.leastNamesRatio * (within(a, 'nameSum') + within(b, 'nameSum'))) / 2;
        if (whole >= JOINING.namesFrom && sumOf(a, b, 'nameSum') / area < least) return [];
        return [{ a, b, mean }];
      }),
    );
    const [best] = found.toSorted((x, y) => y.mean - x.mean || x.a - y.a || x.b - y.b);
    if (!best) break;
    for (const [i, parent] of parents.entries()) if (parent === best.b) parents[i] = best.a;
  }
  const attached = roots()
    .filter((number) => size(number) <= JOINING.leftoverSize)
    .flatMap((leftover) => {
      const targets = roots()
        .filter((other) => size(other) > JOINING.leftoverSize && isLinked(leftover, other))
        .map((other) => ({ other, mean: sumOf(leftover, other, 'sum') / size(other) }))
        .toSorted((x, y) => y.mean - x.mean || x.other - y.other);
      const [best, second] = targets;
      if (!best || best.mean < JOINING.leftoverCosine) return [];
      if (best.mean < JOINING.leftoverRatio * within(best.other, 'sum')) return [];
      return best.mean >= JOINING.leftoverLead * (second?.mean ?? 0)
        ? [[leftover, best.other] as const]
        : [];
    });
  for (const [leftover, target] of attached) parents[leftover] = target;
  return parents;
}

describe('joining groups', () => {
  it('gives what looking at all pairs again after each joining gives', () => {
    fc.assert(
      fc.property(given, ([groups, links, shares]) => {
        const joined = runAtOnce(joinGroups(groups, links, shares));
        expect(joined).toEqual(joinSlowly(groups, links, shares));
      }),
      { numRuns: 300 },
    );
  });

  it('joins each component as if there were no others', () => {
    fc.assert(
      fc.property(given, ([groups, links, shares]) => {
        const components = findComponents(groups, links, shares);
        const within = links.filter(({ a, b }) => components[a] === components[b]);
        const joined = runAtOnce(joinGroups(groups, links, shares));
        expect(runAtOnce(joinGroups(groups, within, shares))).toEqual(joined);
        for (const [number, root] of joined.entries())
          expect(components[number]).toBe(components[root]);
      }),
      { numRuns: 300 },
    );
  });

  it('parts what only links too weak to join anything lead to', () => {
    const single = { size: 1, inner: 0, innerNames: 0 };
    const link = (a: number, b: number, sum: number) => ({ a, b, sum, nameSum: 0, isWeak: true });
    const links = [link(0, 1, 0.08), link(1, 2, 0.05), link(2, 3, 0.1)];
    const groups = [single, single, single, single];
    const [one, two, three, four] = findComponents(groups, links, Float64Array.of(1, 1, 1, 1));
    expect(one).toBe(two);
    expect(three).toBe(four);
    expect(one).not.toBe(three);
    const lone = findComponents(groups, links, Float64Array.of(1, 0.5, 0.5, 1));
    expect(lone[0]).toBe(lone[3]);
  });
});
