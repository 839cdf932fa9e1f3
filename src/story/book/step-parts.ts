import type { Steps } from '../../slices.ts';
import { grow } from '../../index/terms/grow.ts';
import type { Group } from '../join/join-groups.ts';
import type { GroupLink } from '../join/link-table.ts';
import type { NeighbourIndex } from '../join/neighbour-index.ts';
import { JOINING } from '../join/join-settings.ts';
import { nameCosineOf, slotOfNeighbour } from '../join/neighbour-entry.ts';
import type { ChangedNeighbours } from './changed-neighbours.ts';
import type { StoryTerms } from '../join/story-text.ts';
import type { WeightedLists } from '../join/weighted-lists.ts';

/** An article of the fold. */
export interface FoldArticle extends Omit<StoryTerms, 'sketch'> {
  /** A small number of its own, which is used again after the article's removal. */
  readonly slot: number;
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Articles on one event, in the order of the fold. It never changes: a story that grows becomes another one. */
export interface FoldStory extends Group {
  readonly slots: readonly number[];
}

/** The result of a step: what some articles change about the stories before them. */
export interface Change {
  readonly slots: readonly number[];
  /** The stories that were joined again with the articles. */
  readonly touched: ReadonlySet<FoldStory>;
  /** Those of them that are no more. */
  readonly removed: readonly FoldStory[];
  readonly added: readonly FoldStory[];
}

export type ListedOrder = Pick<NeighbourIndex, 'compareListed'>;

/** A pause costs as much as linking an article. */
const ARTICLES_A_PAUSE = 8;

/**
 * Sums the cosines of neighbours in different parts of a step. `numbers` are those of the parts, `neighbours` are by
 * slot. Pauses often.
 */
export function* linkParts(
  parts: readonly FoldStory[],
  numbers: Int32Array,
  neighbours: WeightedLists,
  order: ListedOrder,
): Steps<GroupLink[]> {
  // Copies of one text count as one article.
  const shares = Float64Array.from(parts, ({ size, slots }) => size / slots.length);
  const links: { a: number; b: number; sum: number; nameSum: number; isWeak: boolean }[] = [];
  const known = new Map<number, number>();
  let linked = 0;
  for (const [number, { slots }] of parts.entries()) {
    for (const slot of slots) {
      if (linked++ % ARTICLES_A_PAUSE === 0) yield;
      const [ids, cosines] = [neighbours.ids(slot), neighbours.weights(slot)];
      const from = neighbours.from(slot);
      const to = from + neighbours.length(slot);
      for (let i = from; i < to; i++) {
        const neighbour = slotOfNeighbour(ids[i]!);
        const other = (numbers[neighbour] ?? 0) - 1;
        if (other < 0 || other === number) continue;
        if (isCountedByOther(slot, neighbour, neighbours, order)) continue;
        const [a, b] = number < other ? [number, other] : [other, number];
        const key = a * parts.length + b;
        const at = known.get(key);
        const share = shares[number]! * shares[other]!;
        const [sum, nameSum] = [Math.abs(cosines[i]!) * share, nameCosineOf(ids[i]!) * share];
        if (at === undefined) {
          known.set(key, links.length);
          links.push({ a, b, sum, nameSum, isWeak: cosines[i]! < 0 });
          continue;
        }
        const link = links[at]!;
        link.sum += sum;
        link.nameSum += nameSum;
        if (cosines[i]! < 0) link.isWeak = true;
      }
    }
  }
  return links;
}

/** By slot: one more than the number of its part; 0 or nothing if it is in none. */
export function numberSlots(parts: readonly FoldStory[]): Int32Array {
  const most = parts.reduce((max, { slots }) => Math.max(max, ...slots), 0);
  const numbers = new Int32Array(most + 1);
  for (const [number, { slots }] of parts.entries())
    for (const slot of slots) numbers[slot] = number + 1;
  return numbers;
}

/** Each of two articles of one hour may be the other's neighbour. Then the later one counts the pair. */
function isCountedByOther(
  slot: number,
  other: number,
  neighbours: WeightedLists,
  order: ListedOrder,
): boolean {
  return order.compareListed(slot, other) < 0 && isNeighbour(neighbours, other, slot);
}

function isNeighbour(neighbours: WeightedLists, slot: number, other: number): boolean {
  const [ids, from] = [neighbours.ids(slot), neighbours.from(slot)];
  const to = from + neighbours.length(slot);
  for (let i = from; i < to; i++) if (slotOfNeighbour(ids[i]!) === other) return true;
  return false;
}

/** Builds the stories of parts that were joined: those with the same number. */
export function buildStories(
  parts: readonly FoldStory[],
  links: readonly GroupLink[],
  numbers: readonly number[],
  order: ListedOrder,
): FoldStory[] {
  const drafts = new Map<
    number,
    { slots: number[]; size: number; inner: number; innerNames: number }
  >();
  for (const [part, { slots, size, inner, innerNames }] of parts.entries()) {
    const draft = drafts.get(numbers[part]!) ?? { slots: [], size: 0, inner: 0, innerNames: 0 };
    draft.slots.push(...slots);
    draft.size += size;
    draft.inner += inner;
    draft.innerNames += innerNames;
    drafts.set(numbers[part]!, draft);
  }
  for (const { a, b, sum, nameSum } of links) {
    if (numbers[a] !== numbers[b]) continue;
    const draft = drafts.get(numbers[a]!)!;
    draft.inner += sum;
    draft.innerNames += nameSum;
  }
  const stories = [...drafts.values()];
  for (const { slots } of stories) slots.sort((a, b) => order.compareListed(a, b));
  return stories;
}

/** The stories of articles. */
interface StoriesOfSlots {
  /** By slot. */
  readonly list: readonly (FoldStory | undefined)[];
  /** The first slot of an article's story; undefined without one. */
  firstOf(slot: number): number | undefined;
}

/** Buffer: by the first slot of a story, the sum of an article's cosines with its articles. */
let sums = new Float64Array(1024);

/** Finds the stories that new articles may change. `neighbours` are by slot. */
export function findTouched(
  slots: readonly number[],
  neighbours: WeightedLists,
  stories: StoriesOfSlots,
): Set<FoldStory> {
  const touched = new Set<FoldStory>();
  for (const slot of slots) {
    const found: number[] = [];
    const [ids, cosines] = [neighbours.ids(slot), neighbours.weights(slot)];
    const from = neighbours.from(slot);
    const to = from + neighbours.length(slot);
    for (let i = from; i < to; i++) {
      const first = stories.firstOf(slotOfNeighbour(ids[i]!));
      if (first === undefined) continue;
      sums = grow(sums, first);
      if (sums[first] === 0) found.push(first);
      sums[first]! += Math.abs(cosines[i]!);
    }
    for (const first of found) {
      const story = stories.list[first]!;
      if (sums[first]! / story.slots.length >= JOINING.touchedCosine) touched.add(story);
      sums[first] = 0;
    }
  }
  return touched;
}

export function single(slot: number): FoldStory {
  return { slots: [slot], size: 1, inner: 0, innerNames: 0 };
}

export function dissolve(story: FoldStory): FoldStory[] {
  return story.slots.length > JOINING.mostDissolved ? [story] : story.slots.map(single);
}

export function isSameStory(a: FoldStory, b: FoldStory): boolean {
  return (
    a.inner === b.inner &&
    a.size === b.size &&
    a.slots.length === b.slots.length &&
    a.slots.every((slot, i) => slot === b.slots[i])
  );
}

/** Whether a story is in the book already. `storyOf` is by slot. */
export function isKnown(
  { slots }: FoldStory,
  storyOf: readonly (FoldStory | undefined)[],
): boolean {
  const story = storyOf[slots[0]!];
  return story?.slots.length === slots.length && slots.every((slot) => storyOf[slot] === story);
}

/**
 * Whether a step that was taken before has the same result again: it joins the same articles, and those are neighbours
 * of each other as they were then, whatever others they have.
 */
export function isAsBefore(
  slots: readonly number[],
  touched: ReadonlySet<FoldStory>,
  before: Change,
  changed: ChangedNeighbours,
): boolean {
  if (slots.length !== before.slots.length || !areEqual(touched, before.touched)) return false;
  const joined = new Set(slots);
  for (const story of touched) for (const slot of story.slots) joined.add(slot);
  return [...joined].every((slot) => !changed.isAmong(slot, joined));
}

function areEqual<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
