import { expect, it } from 'vitest';
import { ChangedNeighbours } from '../../../src/story/book/changed-neighbours.ts';
import { neighbourOf } from '../../../src/story/join/neighbour-entry.ts';
import { WeightedLists } from '../../../src/story/join/weighted-lists.ts';

const [ARTICLE, KEPT, GONE, LIKER, CAME] = [1, 2, 3, 4, 5];

function found(...likenesses: readonly (readonly [slot: number, cosine: number])[]) {
  return {
    neighbours: Uint32Array.from(likenesses, ([slot]) => neighbourOf(slot, 0.5)),
    cosines: Float32Array.from(likenesses, ([, cosine]) => cosine),
  };
}

it('tells among which articles the neighbours of one are others', () => {
  const lists = new WeightedLists();
  const changed = new ChangedNeighbours();
  const note = (...likenesses: readonly (readonly [slot: number, cosine: number])[]): void => {
    const { neighbours, cosines } = found(...likenesses);
    changed.note(ARTICLE, lists, { neighbours, cosines });
    lists.set(ARTICLE, neighbours, cosines);
  };
  const isAmong = (...slots: readonly number[]): boolean =>
    changed.isAmong(ARTICLE, new Set([ARTICLE, ...slots]));
  note([KEPT, 0.5], [GONE, 0.4], [LIKER, 0.3]);
  expect(isAmong()).toBe(true);
  changed.clear();
  expect(isAmong(KEPT, GONE, LIKER)).toBe(false);
  note([KEPT, 0.5], [LIKER, 0.35], [CAME, 0.2]);
  expect([KEPT, GONE, LIKER, CAME].filter((slot) => isAmong(slot))).toEqual([GONE, LIKER, CAME]);
  // What changed in the meantime counts, even if it is as before in the end.
  note([KEPT, 0.5], [GONE, 0.4], [LIKER, 0.3]);
  expect(isAmong(GONE)).toBe(true);
  expect(isAmong(KEPT)).toBe(false);
});

it('tells among any articles that one needs another share of the least likenesses', () => {
  const lists = new WeightedLists();
  const changed = new ChangedNeighbours();
  const crowd = Array.from({ length: 40 }, (_, i) => [10 + i, 0.2] as const);
  const { neighbours, cosines } = found(...crowd.slice(0, 19));
  lists.set(ARTICLE, neighbours, cosines);
  changed.note(ARTICLE, lists, found(...crowd.slice(0, 20)));
  expect(changed.isAmong(ARTICLE, new Set([KEPT]))).toBe(false);
  changed.note(ARTICLE, lists, found(...crowd));
  expect(changed.isAmong(ARTICLE, new Set([KEPT]))).toBe(true);
  changed.clear();
  expect(changed.isAmong(ARTICLE, new Set([KEPT]))).toBe(false);
});
