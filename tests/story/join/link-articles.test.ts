import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStoryLinks, type StoryLinks } from '../../../src/story/join/link-articles.ts';
import { buildCoverage } from '../../support/build-coverage.ts';
import { openTestStore, type TestStore } from '../../support/open-test-store.ts';

const NOW = new Date('2026-03-02T00:00:00Z');
const at = (position: number): string => new Date(Date.UTC(2026, 2, 1, position)).toISOString();
const FLOOD = buildCoverage('flood', ['Post', 'Wire', 'Courier'], at);
const STRIKE = buildCoverage('strike', ['Post', 'Wire'], at);

let store: TestStore;
let stored: StoryLinks;
beforeEach(async () => {
  store = await openTestStore();
  await store.articles.putMany([...FLOOD, ...STRIKE], NOW);
  stored = createStoryLinks(store.articles);
});
afterEach(() => store.close());

describe('the links between articles', () => {
  it('tell how alike each two of them are, the most alike first', async () => {
    const links = await stored.linksOf([...FLOOD.map(({ id }) => id), STRIKE[0]!.id, 'unknown']);
    expect(links).toHaveLength(6);
    const cosines = links.map(({ cosine }) => cosine);
    expect(cosines).toEqual(cosines.toSorted((a, b) => b - a));
    const isFlood = (id: string): boolean => FLOOD.some((one) => one.id === id);
    for (const [position, { ids }] of links.entries()) {
      expect([position, ids.every(isFlood)]).toEqual([position, position < 3]);
    }
    expect(links[0]!.cosine).toBeGreaterThan(links[0]!.leastCosine);
  });

  it('are found in slices, so that other work runs in between', async () => {
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    const turns: string[] = [];
    let isDone = false;
    const countTurn = (): void => {
      turns.push('other');
      if (!isDone) setImmediate(countTurn);
    };
    setImmediate(countTurn);
    await stored.linksOf(FLOOD.map(({ id }) => id));
    isDone = true;
    clock.mockRestore();
    expect(turns.length).toBeGreaterThanOrEqual(FLOOD.length);
  });
});
