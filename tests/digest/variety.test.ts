import { describe, expect, it } from 'vitest';
import { Variety } from '../../src/digest/variety.ts';
import type { StoryInWindow } from '../../src/digest/score-story.ts';

function story(sources: readonly string[], country?: string, topic?: number): StoryInWindow {
  const current = sources.map((source, number) => ({
    id: `${source}${number}`,
    title: '',
    lang: 'en',
    source,
    at: number,
    seenAt: number,
    length: 100,
    voice: `${source}${number}`,
    ...(country !== undefined && { places: [{ country }] }),
  }));
  return { id: sources.join(), current, ...(topic !== undefined && { topic }) };
}

function countWithRoom(storyCount: number, stories: readonly StoryInWindow[]): number {
  const variety = new Variety(storyCount);
  let count = 0;
  for (const each of stories) {
    if (variety.findFull(each)) continue;
    variety.add(each);
    count += 1;
  }
  return count;
}

const repeat = (given: StoryInWindow): StoryInWindow[] => Array.from({ length: 9 }, () => given);

describe('the variety of a digest', () => {
  it.each([
    [5, 3],
    [4, 2],
    [1, 1],
  ])('lets half of %i stories be of one publisher alone', (storyCount, expected) => {
    expect(countWithRoom(storyCount, repeat(story(['Post'])))).toBe(expected);
  });

  it('lets half of the stories be of one country, whoever reports them', () => {
    expect(countWithRoom(5, repeat(story(['Post', 'Wire'], 'FR')))).toBe(3);
  });

  it('lets half of the stories be on one of several topics', () => {
    const onFirst = repeat(story(['Post', 'Wire'], undefined, 0));
    expect(countWithRoom(5, onFirst)).toBe(3);
    expect(countWithRoom(5, [...onFirst, story(['Post', 'Wire'], undefined, 1)])).toBe(4);
  });

  it('has room for any number of stories that several publish and that name no country', () => {
    expect(countWithRoom(5, repeat(story(['Post', 'Wire'])))).toBe(9);
  });
});
