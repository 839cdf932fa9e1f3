import { describe, expect, it } from 'vitest';
import { articleTime } from '../../../src/article/article-time.ts';
import { JOINING } from '../../../src/story/join/join-settings.ts';
import { NeighbourIndex } from '../../../src/story/join/neighbour-index.ts';
import { neededShare } from '../../../src/story/join/needed-share.ts';
import { slotOfNeighbour } from '../../../src/story/join/neighbour-entry.ts';
import { readStoryText } from '../../../src/story/join/story-text.ts';
import { readSamples } from '../../support/read-samples.ts';

const HOUR_MS = 3_600_000;

describe('the comparison of an article with others', () => {
  it('gives the cosines by which stories are joined', async () => {
    const index = new NeighbourIndex();
    const samples = await readSamples();
    for (const [slot, article] of samples.entries()) {
      const at = articleTime(article);
      const hour = Math.floor(at / HOUR_MS);
      index.setVector({ slot, id: article.id, at, hour }, readStoryText(article).counts);
      index.list(slot);
    }
    let compared = 0;
    // How many have so few others like them that a group would need less of them than a pair.
    let eased = 0;
    for (const slot of samples.keys()) {
      const { neighbours, cosines } = index.findNeighbours(slot);
      const slots = Array.from(neighbours, slotOfNeighbour);
      const found = index.compareWith(slot, slots);
      const share = Math.max(JOINING.lonePairShare, neededShare(cosines, 0, cosines.length));
      expect(
        found.map(({ cosine, leastCosine }) =>
          Math.fround(cosine < leastCosine * share ? -cosine : cosine),
        ),
      ).toEqual([...cosines]);
      compared += slots.length;
      if (neededShare(cosines, 0, cosines.length) < JOINING.lonePairShare) eased += 1;
    }
    expect(compared).toBeGreaterThan(300);
    expect(eased).toBeGreaterThan(0);
    expect(index.compareWith(0, [])).toEqual([]);
  });
});
