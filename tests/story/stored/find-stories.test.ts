import { describe, expect, it } from 'vitest';
import { findStories } from '../../../src/story/stored/find-stories.ts';
import { StoryTable } from '../../../src/story/stored/story-table.ts';
import {
  packStory,
  unpackStory,
  type StoredStory,
} from '../../../src/story/stored/stored-story.ts';

function tableOf(...stories: StoredStory[]): StoryTable {
  const table = new StoryTable();
  table.apply({ stories, gone: [] });
  return table;
}

describe('the stories of articles', () => {
  it('are found by any of their articles, each once, in the order of the articles', () => {
    const table = tableOf({ ids: ['a', 'b'] }, { ids: ['c'] });
    const { stories, unknown } = findStories(['c', 'b', 'x', 'a'], table);
    expect(stories.map(({ articleIds }) => articleIds)).toEqual([['c'], ['a', 'b']]);
    expect(unknown).toBe(1);
  });

  it('take their articles from the stories that these were in', () => {
    const table = tableOf({ ids: ['a', 'b', 'c'] }, { ids: ['d'] });
    table.apply({ stories: [{ ids: ['b', 'd'] }, { ids: ['a', 'c'] }], gone: [] });
    const { stories } = findStories(['a', 'b', 'c', 'd'], table);
    expect(stories.map(({ articleIds }) => articleIds)).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    expect(table.storyCount).toBe(2);
    table.apply({ stories: [{ ids: ['a'] }], gone: ['c', 'b', 'd'] });
    expect([...table.ids()]).toEqual(['a']);
    expect(table.storyCount).toBe(1);
  });

  it('of a server with own articles are its own, and no article is in two', () => {
    const table = tableOf({ ids: ['a', 'b', 'c', 'd'], voices: [0, 0, 2, 0], longer: [1, 3] });
    // From a moment before `c` and `d` joined the others.
    const own = [{ ids: ['a', 'own'] }];
    const { stories } = findStories(['own', 'c', 'a', 'b'], table, own);
    expect(stories).toEqual([
      { id: 'a', articleIds: ['a', 'own'], voices: ['a', 'own'], longer: new Set() },
      {
        id: 'b',
        articleIds: ['b', 'c', 'd'],
        voices: ['b', 'c', 'b'],
        longer: new Set(['b', 'd']),
      },
    ]);
  });
});

describe('a stored story', () => {
  it.each([
    { ids: ['a'] },
    { ids: ['a', 'b', 'c'] },
    { ids: ['a', 'b', 'c'], voices: [0, 0, 2] },
    { ids: ['a', 'b', 'c'], voices: [0, 1, 1], longer: [2] },
  ])('has the articles, voices and longer texts of %j', (story) => {
    expect(packStory(unpackStory(story))).toEqual(story);
  });

  it('that is not sound still has its articles', () => {
    expect(unpackStory({ ids: ['a', 'b'], voices: [0, 7], longer: [9] })).toEqual({
      id: 'a',
      articleIds: ['a', 'b'],
      voices: ['a', 'b'],
      longer: new Set(),
    });
  });
});
