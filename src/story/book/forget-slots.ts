import type { Steps } from '../../slices.ts';
import { slotOfNeighbour } from '../join/neighbour-entry.ts';
import type { SlotStories } from './slot-stories.ts';
import type { WeightedLists } from '../join/weighted-lists.ts';
import type { Change, FoldStory, ListedOrder } from './step-parts.ts';
import { measureStory } from './unite-copies.ts';

/** What a fold remembers of articles, besides their vectors. */
interface FoldMemory {
  /** By hour. */
  readonly changes: Map<number, Change>;
  readonly storyOf: SlotStories;
  readonly neighbours: WeightedLists;
  /** The slots of all articles that stay. */
  slots(): Iterable<number>;
  readonly order: ListedOrder;
}

/** Lists of neighbours that are looked through between two possible pauses. */
const LISTS_A_PAUSE = 256;

/**
 * Takes forgotten slots out of everything that a fold remembers: stories of now and of earlier steps, and lists of
 * neighbours. Articles may come and go during its pauses, but no steps be taken. Afterwards the slots may be used again.
 */
export function* forgetSlots(gone: ReadonlySet<number>, memory: FoldMemory): Steps<void> {
  const { changes, storyOf, neighbours, order } = memory;
  // Millions of slots are looked up: that takes a tenth of the time that a Set would.
  const marks = new Uint8Array(Math.max(...gone) + 1);
  for (const slot of gone) marks[slot] = 1;
  const isGone = (slot: number): boolean => marks[slot] === 1;
  const isGoneNeighbour = (neighbour: number): boolean => isGone(slotOfNeighbour(neighbour));
  const shortened = new Map<FoldStory, FoldStory | undefined>();
  const known = new Set<FoldStory>();
  const shorten = (story: FoldStory): FoldStory | undefined => {
    if (known.has(story)) return shortened.has(story) ? shortened.get(story) : story;
    known.add(story);
    if (!story.slots.some(isGone)) return story;
    const slots = story.slots.filter((slot) => !isGone(slot));
    const left =
      slots.length === 0 ? undefined : { slots, ...measureStory(slots, neighbours, order) };
    shortened.set(story, left);
    return left;
  };
  const shortenAll = (stories: Iterable<FoldStory>): FoldStory[] =>
    [...stories].flatMap((story) => shorten(story) ?? []);

  const isWhole = (story: FoldStory): boolean => shorten(story) === story;
  for (const [hour, change] of changes) {
    yield;
    const { slots, touched, added } = change;
    if (!slots.some(isGone) && [...touched].every(isWhole) && added.every(isWhole)) continue;
    changes.set(hour, {
      slots: slots.filter((slot) => !isGone(slot)),
      touched: new Set(shortenAll(change.touched)),
      removed: shortenAll(change.removed),
      added: shortenAll(change.added),
    });
  }
  let looked = 0;
  for (const slot of memory.slots()) {
    if (neighbours.has(slot)) neighbours.removeAll(slot, isGoneNeighbour);
    if ((looked += 1) % LISTS_A_PAUSE === 0) yield;
  }
  // Without a pause: a step that was undone in between may have put an earlier story back.
  for (const [story, left] of shortened) {
    for (const slot of story.slots) if (storyOf.list[slot] === story) storyOf.set(slot, left);
  }
  for (const slot of gone) storyOf.set(slot, undefined);
}
