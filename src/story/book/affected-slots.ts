import { slotOfNeighbour } from '../join/neighbour-entry.ts';
import type { WeightedLists } from '../join/weighted-lists.ts';
import type { ChangedNeighbours } from './changed-neighbours.ts';
import type { Change, FoldStory } from './step-parts.ts';

/**
 * The articles of a step whose links with others of it may not be those that they were when it was taken before, or may
 * not be enough any more, or enough now. No article may be gone since.
 */
export function findAffected(
  slots: readonly number[],
  touched: ReadonlySet<FoldStory>,
  before: Change,
  changed: ChangedNeighbours,
  neighbours: WeightedLists,
): Set<number> {
  const affected = new Set<number>();
  const joined = new Set(slots);
  for (const story of touched) for (const slot of story.slots) joined.add(slot);
  const differing = new Set<number>();
  for (const slot of joined) {
    if (!changed.has(slot)) continue;
    affected.add(slot);
    for (const neighbour of changed.of(slot)) affected.add(neighbour);
    // It may no longer be in one component with what it was joined with.
    if (changed.needsOtherShare(slot)) differing.add(slot);
  }
  // Of a story that is touched only now, or was only then, other parts may have joined.
  for (const [some, others] of [
    [touched, before.touched],
    [before.touched, touched],
  ] as const)
    for (const story of some)
      if (!others.has(story)) for (const slot of story.slots) differing.add(slot);
  if (differing.size === 0) return affected;
  for (const slot of differing) {
    affected.add(slot);
    for (const neighbour of changed.of(slot)) affected.add(neighbour);
  }
  for (const slot of new Set([...joined, ...differing])) {
    const [ids, from] = [neighbours.ids(slot), neighbours.from(slot)];
    const to = from + neighbours.length(slot);
    for (let i = from; i < to; i++) {
      const neighbour = slotOfNeighbour(ids[i]!);
      if (differing.has(slot)) affected.add(neighbour);
      else if (differing.has(neighbour)) affected.add(slot);
    }
  }
  return affected;
}
