import { expect, it } from 'vitest';
import { FormerStories } from '../../../src/story/book/former-stories.ts';
import { SlotStories } from '../../../src/story/book/slot-stories.ts';
import type { Change, FoldStory } from '../../../src/story/book/step-parts.ts';
import { neighbourOf } from '../../../src/story/join/neighbour-entry.ts';
import { WeightedLists } from '../../../src/story/join/weighted-lists.ts';

const story = (...slots: readonly number[]): FoldStory => ({
  slots,
  size: slots.length,
  inner: 0,
  innerNames: 0,
});

const change = (...added: readonly FoldStory[]): Change => ({
  slots: [],
  touched: new Set(),
  removed: [],
  added,
});

/** Article 9, whose neighbours are others. */
function listNeighbours(...slots: readonly number[]): WeightedLists {
  const lists = new WeightedLists();
  lists.set(
    9,
    slots.map((slot) => neighbourOf(slot, 0)),
    slots.map(() => 0.5),
  );
  return lists;
}

it('knows which articles are in another story than before, until they are in that again', () => {
  const [stories, former] = [new SlotStories(), new FormerStories()];
  const isAsBefore = (slot: number): boolean => former.areAsBefore([9], listNeighbours(slot));
  const [one, other, pair] = [story(1), story(2), story(1, 2)];
  former.apply(change(one), stories);
  former.apply(change(other), stories);
  expect([1, 2].every(isAsBefore)).toBe(true);
  // The first step is taken again with a late article, the second one as it was.
  const later = story(1, 3);
  former.apply(change(later), stories, { before: change(one) });
  expect(stories.list[1]).toBe(later);
  expect(isAsBefore(1)).toBe(false);
  expect(isAsBefore(3)).toBe(false);
  former.apply(change(other), stories, { before: change(other) });
  expect(isAsBefore(2)).toBe(true);
  former.apply(change(pair, story(3)), stories, { before: change(pair) });
  expect(isAsBefore(1)).toBe(true);
  expect(isAsBefore(2)).toBe(true);
  expect(isAsBefore(3)).toBe(false);
});

it('does not know it after it was taken back again, until it is settled', () => {
  const [stories, former] = [new SlotStories(), new FormerStories()];
  former.takenBack();
  expect(former.isKnown).toBe(true);
  former.apply(change(story(1)), stories, { before: undefined });
  former.takenBack();
  expect(former.isKnown).toBe(false);
  former.clear();
  expect(former.isKnown).toBe(true);
});
