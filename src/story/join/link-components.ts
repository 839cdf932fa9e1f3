import type { Group } from './join-groups.ts';
import { JOINING } from './join-settings.ts';
import type { GroupLink } from './link-table.ts';

/**
 * A mean cosine below the share of this that one of two groups needs joins nothing but two single articles that are alike
 * enough, and doesn't keep a leftover from joining another group. A little less than the settings say, so that rounding
 * plays no part.
 */
const LEAST_MEAN =
  0.99 * Math.min(JOINING.leastMean, JOINING.leftoverCosine / JOINING.leftoverLead);

/**
 * Divides groups into components, which are joined as if there were no others: the mean cosine of two groups is never
 * higher than the highest of the links between their parts, and their share not lower than those of the parts, so what
 * no link high enough leads to is never joined. `shares` are what the groups need of the least means.
 * Returns for each group the number of one of its component, the same for all of that.
 */
export function findComponents(
  groups: readonly Group[],
  links: readonly GroupLink[],
  shares: Float64Array,
): Int32Array {
  const parents = Int32Array.from(groups.keys());
  const rootOf = (number: number): number => {
    let root = number;
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!;
    return root;
  };
  for (const { a, b, sum, isWeak } of links) {
    const pairs = groups[a]!.size * groups[b]!.size;
    const share = Math.max(shares[a]!, shares[b]!);
    if (!isWeak || sum >= LEAST_MEAN * share * pairs) parents[rootOf(a)] = rootOf(b);
  }
  return parents.map((_, number) => rootOf(number));
}
