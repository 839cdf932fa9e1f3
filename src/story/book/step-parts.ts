import type { Steps } from '../../slices.ts';
import type { Group, GroupLink } from '../join/join-groups.ts';
import type { NeighbourIndex } from '../join/neighbour-index.ts';
import type { WeightedLists } from '../join/weighted-lists.ts';

/** Articles on one event, in the order of the fold. It never changes: a story that grows becomes another one. */
export interface FoldStory extends Group {
  readonly slots: readonly number[];
}

type ListedOrder = Pick<NeighbourIndex, 'compareListed'>;

/** Sums the cosines of neighbours in different parts of a step. `neighbours` are by slot. Pauses after each article. */
export function* linkParts(
  parts: readonly FoldStory[],
  neighbours: WeightedLists,
  order: ListedOrder,
): Steps<GroupLink[]> {
  const numbers = new Map<number, number>();
  for (const [number, { slots }] of parts.entries()) {
    for (const slot of slots) numbers.set(slot, number);
  }
  // Each of two articles of one hour may be the other's neighbour. Then the later one counts the pair.
  const isCountedByOther = (slot: number, other: number): boolean =>
    order.compareListed(slot, other) < 0 && neighbours.includes(other, slot);
  const sums = new Map<number, number>();
  const weak = new Set<number>();
  for (const [slot, number] of numbers) {
    yield;
    const [ids, cosines] = [neighbours.ids(slot), neighbours.weights(slot)];
    const from = neighbours.from(slot);
    const to = from + neighbours.length(slot);
    for (let i = from; i < to; i++) {
      const neighbour = ids[i]!;
      const other = numbers.get(neighbour);
      if (other === undefined || other === number || isCountedByOther(slot, neighbour)) continue;
      const key = Math.min(number, other) * parts.length + Math.max(number, other);
      sums.set(key, (sums.get(key) ?? 0) + Math.abs(cosines[i]!));
      if (cosines[i]! < 0) weak.add(key);
    }
  }
  return [...sums].map(([key, sum]) => ({
    a: Math.floor(key / parts.length),
    b: key % parts.length,
    sum,
    isWeak: weak.has(key),
  }));
}

/** Builds the stories of parts that were joined: those with the same number. */
export function buildStories(
  parts: readonly FoldStory[],
  links: readonly GroupLink[],
  numbers: readonly number[],
  order: ListedOrder,
): FoldStory[] {
  const drafts = new Map<number, { slots: number[]; size: number; inner: number }>();
  for (const [part, { slots, size, inner }] of parts.entries()) {
    const draft = drafts.get(numbers[part]!) ?? { slots: [], size: 0, inner: 0 };
    draft.slots.push(...slots);
    draft.size += size;
    draft.inner += inner;
    drafts.set(numbers[part]!, draft);
  }
  for (const { a, b, sum } of links) {
    if (numbers[a] === numbers[b]) drafts.get(numbers[a]!)!.inner += sum;
  }
  const stories = [...drafts.values()];
  for (const { slots } of stories) slots.sort((a, b) => order.compareListed(a, b));
  return stories;
}
