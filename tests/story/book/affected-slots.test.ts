import { expect, it } from 'vitest';
import { findAffected } from '../../../src/story/book/affected-slots.ts';
import { ChangedNeighbours } from '../../../src/story/book/changed-neighbours.ts';
import { single } from '../../../src/story/book/step-parts.ts';
import { neighbourOf } from '../../../src/story/join/neighbour-entry.ts';
import { WeightedLists } from '../../../src/story/join/weighted-lists.ts';

const [ARTICLE, NEIGHBOUR, LATER, OTHER] = [1, 2, 3, 4];
const CROWD = Array.from({ length: 30 }, (_, i) => 10 + i);

function found(...slots: readonly number[]) {
  return {
    neighbours: Uint32Array.from(slots, (slot) => neighbourOf(slot, 0.5)),
    cosines: Float32Array.from(slots, () => 0.2),
  };
}

it('are the neighbours of an article too that needs another share of the least likenesses', () => {
  const lists = new WeightedLists();
  const set = (slot: number, ...neighbours: readonly number[]): void => {
    const list = found(...neighbours);
    lists.set(slot, list.neighbours, list.cosines);
  };
  set(ARTICLE, NEIGHBOUR);
  set(NEIGHBOUR);
  set(LATER, ARTICLE);
  set(OTHER);
  const changed = new ChangedNeighbours();
  const slots = [ARTICLE, NEIGHBOUR, LATER, OTHER];
  const before = { slots, touched: new Set([single(OTHER)]), removed: [], added: [] };
  const affected = () => findAffected(slots, before.touched, before, changed, lists);
  expect(affected()).toEqual(new Set());
  changed.note(ARTICLE, lists, found(NEIGHBOUR, ...CROWD));
  set(ARTICLE, NEIGHBOUR, ...CROWD);
  expect([ARTICLE, NEIGHBOUR, LATER].every((slot) => affected().has(slot))).toBe(true);
  expect(affected().has(OTHER)).toBe(false);
});
