import { describe, expect, it } from 'vitest';
import { rankStories, scoreStory, STORY_WEIGHTS } from '../../src/digest/score-story.ts';
import type { Story } from '../../src/story/story.ts';

const UNTIL = new Date('2024-03-14T08:00:00.000Z');

function story(id: string, sources: number, articles: number, lastAt = UNTIL.toISOString()): Story {
  const names = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => `${name}${index}`);
  return {
    id,
    sources: names(sources, 's'),
    articleIds: names(articles, id),
    centralId: `${id}0`,
    firstAt: lastAt,
    lastAt,
  };
}

describe('the score of a story', () => {
  it('is 1 + 0.5 + 1 for one fresh article', () => {
    expect(scoreStory(story('a', 1, 1), UNTIL)).toBe(2.5);
    expect(scoreStory(story('a', 0, 1), UNTIL)).toBe(2.5);
  });

  it('loses half of its freshness in 12 hours, and gains none from a future date', () => {
    expect(scoreStory(story('a', 1, 1, '2024-03-13T20:00:00.000Z'), UNTIL)).toBe(
      1.5 + STORY_WEIGHTS.recency / 2,
    );
    expect(scoreStory(story('a', 1, 1, '2024-03-15T20:00:00.000Z'), UNTIL)).toBe(2.5);
  });

  it('ranks by publishers, then articles, then freshness, then id', () => {
    const ranked = rankStories(
      [story('d', 1, 1), story('c', 1, 1), story('b', 1, 3), story('a', 3, 3)],
      UNTIL,
    );
    expect(ranked.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});
