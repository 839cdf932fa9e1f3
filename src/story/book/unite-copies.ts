import { runAtOnce } from '../../slices.ts';
import type { Group } from '../join/join-groups.ts';
import { COPIED } from '../join/likeness.ts';
import { slotOfNeighbour } from '../join/neighbour-entry.ts';
import type { WeightedLists } from '../join/weighted-lists.ts';
import { linkParts, numberSlots, single, type FoldStory, type ListedOrder } from './step-parts.ts';

/**
 * Puts copies of one text into one part, which counts as one article: an agency's text in ten outlets is one report. Ten
 * articles that are as good as the same would hold together so well that no other report of the event would be close
 * enough to them. Stories that stay whole stay as they are.
 */
export function uniteCopies(
  parts: readonly FoldStory[],
  neighbours: Pick<WeightedLists, 'ids' | 'weights' | 'from' | 'length'>,
): FoldStory[] {
  const numbers = new Map<number, number>();
  for (const [number, { slots }] of parts.entries())
    if (slots.length === 1) numbers.set(slots[0]!, number);
  const firsts = parts.map((_, number) => number);
  const firstOf = (number: number): number => {
    let first = number;
    while (firsts[first] !== first) first = firsts[first]!;
    return first;
  };
  for (const [slot, number] of numbers) {
    const [ids, cosines] = [neighbours.ids(slot), neighbours.weights(slot)];
    const from = neighbours.from(slot);
    // The most alike are first.
    for (let i = from; i < from + neighbours.length(slot); i++) {
      const cosine = cosines[i]!;
      if (Math.abs(cosine) < COPIED) break;
      const other = numbers.get(slotOfNeighbour(ids[i]!));
      if (cosine < 0 || other === undefined) continue;
      const [a, b] = [firstOf(number), firstOf(other)];
      firsts[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const united = new Map<number, number[]>();
  for (const [number, { slots }] of parts.entries()) {
    const first = firstOf(number);
    const known = united.get(first);
    if (known) known.push(...slots);
    else united.set(first, [...slots]);
  }
  return [...united].map(([first, slots]) => ({ ...parts[first]!, slots }));
}

/** What the articles of a story are as a group: copies are one, and only the cosines between different texts are summed. */
export function measureStory(
  slots: readonly number[],
  neighbours: WeightedLists,
  order: ListedOrder,
): Group {
  const known = slots.filter((slot) => neighbours.has(slot));
  const parts = uniteCopies(known.map(single), neighbours);
  const links = runAtOnce(linkParts(parts, numberSlots(parts), neighbours, order));
  const sum = (of: 'sum' | 'nameSum'): number => links.reduce((all, link) => all + link[of], 0);
  const size = parts.length + slots.length - known.length;
  return { size, inner: sum('sum'), innerNames: sum('nameSum') };
}
