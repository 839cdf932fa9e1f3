import { describe, expect, it } from 'vitest';
import {
  rankStories,
  scoreStory,
  STORY_WEIGHTS,
  type StoryInWindow,
} from '../../src/digest/score-story.ts';

const UNTIL = new Date('2024-03-14T08:00:00.000Z');

/** A story of some publishers with an article each, and of more articles by the first of them. */
function story(id: string, publishers: number, articles: number, at = UNTIL): StoryInWindow {
  const current = Array.from({ length: articles }, (_, number) => ({
    id: `${id}${number}`,
    title: '',
    lang: 'en',
    source: `Publisher ${number < publishers ? number : 0}`,
    at: at.getTime(),
    seenAt: at.getTime(),
    length: 100,
    voice: `${id}${number}`,
  }));
  return { id, current };
}

const scoreOf = (...given: Parameters<typeof scoreStory>): number => scoreStory(...given).score;

describe('the score of a story', () => {
  it('is 1 + 0.5 + 1 for one fresh article', () => {
    expect(scoreOf(story('a', 1, 1), UNTIL)).toBe(2.5);
  });

  it('loses half of its freshness in 12 hours, and gains none from a future date', () => {
    const yesterday = new Date('2024-03-13T20:00:00.000Z');
    expect(scoreOf(story('a', 1, 1, yesterday), UNTIL)).toBe(1.5 + STORY_WEIGHTS.recency / 2);
    const tomorrow = new Date('2024-03-15T20:00:00.000Z');
    expect(scoreOf(story('a', 1, 1, tomorrow), UNTIL)).toBe(2.5);
  });

  it('counts copies of one text as one voice', () => {
    const three = story('a', 3, 3);
    const copied = { ...three, current: three.current.map((one) => ({ ...one, voice: 'a0' })) };
    expect(scoreOf(copied, UNTIL)).toBeLessThan(scoreOf(three, UNTIL));
    expect(scoreOf(copied, UNTIL)).toBe(scoreOf(story('a', 1, 3), UNTIL));
  });

  it('ranks by voices, then articles, then freshness, then id', () => {
    const ranked = rankStories(
      [story('d', 1, 1), story('c', 1, 1), story('b', 1, 3), story('a', 3, 3)],
      UNTIL,
    );
    expect(ranked.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('ranks what one publisher reports alone behind what others report too, however often', () => {
    const old = new Date('2024-03-13T09:00:00.000Z');
    const ranked = rankStories([story('alone', 1, 60), story('shared', 2, 2, old)], UNTIL);
    expect(ranked.map(({ id }) => id)).toEqual(['shared', 'alone']);
  });
});
