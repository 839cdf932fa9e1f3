import type { Steps } from '../../slices.ts';
import { joinGroups } from '../join/join-groups.ts';
import { findComponents } from '../join/link-components.ts';
import { neededShare } from '../join/needed-share.ts';
import type { WeightedLists } from '../join/weighted-lists.ts';
import { findAffected } from './affected-slots.ts';
import type { ChangedNeighbours } from './changed-neighbours.ts';
import {
  buildStories,
  dissolve,
  isKnown,
  isSameStory,
  linkParts,
  numberSlots,
  single,
  type Change,
  type FoldStory,
  type ListedOrder,
} from './step-parts.ts';
import { uniteCopies } from './unite-copies.ts';

/** What a step reads of the fold. */
interface StepView {
  readonly neighbours: WeightedLists;
  /** By slot. */
  readonly storyOf: readonly (FoldStory | undefined)[];
  readonly order: ListedOrder;
  /** Since the step was taken before; undefined if more than neighbours may have changed. */
  readonly changed: ChangedNeighbours | undefined;
}

/**
 * Joins the articles of a step with the stories that they touch. What was joined before and has the same links is taken
 * as it was. Pauses often; nothing may change meanwhile.
 */
export function* joinStep(
  slots: readonly number[],
  touched: ReadonlySet<FoldStory>,
  before: Change | undefined,
  { neighbours, storyOf, order, changed }: StepView,
): Steps<Change> {
  const dissolved = [...touched].flatMap(dissolve);
  const all = uniteCopies([...dissolved, ...slots.map(single)], neighbours);
  const numbers = numberSlots(all);
  const allLinks = yield* linkParts(all, numbers, neighbours, order);
  const shares = Float64Array.from(all, (part) => shareOf(part, neighbours));
  const components = findComponents(all, allLinks, shares);
  const componentOf = (slot: number): number => components[(numbers[slot] ?? 0) - 1] ?? -1;
  // By component: whether it has to be joined.
  const isDue = new Uint8Array(all.length);
  if (!before || !changed) isDue.fill(1);
  else
    for (const slot of findAffected(slots, touched, before, changed, neighbours))
      isDue[componentOf(slot)] = 1;
  const parts: FoldStory[] = [];
  const places = Int32Array.from(all, (part, at) =>
    isDue[components[at]!] === 1 ? parts.push(part) - 1 : -1,
  );
  const links = allLinks
    .filter(({ a, b }) => components[a] === components[b] && places[a]! >= 0)
    .map((link) => ({ ...link, a: places[link.a]!, b: places[link.b]! }));
  const joined = yield* joinGroups(
    parts,
    links,
    shares.filter((_, at) => places[at]! >= 0),
  );
  // The steps of later hours recognise a story by its object.
  const former = new Map(before?.added.map((story) => [story.slots[0], story]));
  const added = buildStories(parts, links, joined, order)
    .filter((story) => !isKnown(story, storyOf))
    .map((story) => {
      const known = former.get(story.slots[0]);
      return known && isSameStory(known, story) ? known : story;
    });
  for (const story of before?.added ?? []) {
    const component = componentOf(story.slots[0]!);
    if (component >= 0 && isDue[component] === 0) added.push(story);
  }
  const gone = new Set(added.flatMap((story) => story.slots.map((slot) => storyOf[slot])));
  return { slots, touched, removed: [...touched].filter((story) => gone.has(story)), added };
}

/** The largest share of the least likenesses that one of a part's articles needs. */
function shareOf({ slots }: FoldStory, neighbours: WeightedLists): number {
  return Math.max(
    ...slots.map((slot) =>
      neededShare(neighbours.weights(slot), neighbours.from(slot), neighbours.length(slot)),
    ),
  );
}
