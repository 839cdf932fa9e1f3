import { describe, expect, it } from 'vitest';
import { selectNews } from '../../../src/digest/telling/select-news.ts';
import { NOTHING_TOLD } from '../../../src/digest/told.ts';
import type { StoryArticle } from '../../../src/story/story.ts';

const HOUR_MS = 3_600_000;

function report(id: string, hour: number, voice = id): StoryArticle {
  return { id, voice, title: id, lang: 'en', at: hour * HOUR_MS, seenAt: 0, length: 100 };
}

function select(...articles: StoryArticle[]) {
  const { current, background } = selectNews({ id: 'a', articles }, articles, NOTHING_TOLD);
  return { current: current.map(({ id }) => id), background: background.map(({ id }) => id) };
}

describe('what a channel can be told of a story', () => {
  it('is what was reported in the last day before the newest report; older reports are its background', () => {
    const selected = select(report('a', 0), report('b', 20), report('c', 30));
    expect(selected).toEqual({ current: ['b', 'c'], background: ['a'] });
  });

  it('is not moved by a copy that comes a day after its text', () => {
    const selected = select(report('a', 0), report('b', 20), report('c', 45, 'a'));
    expect(selected).toEqual({ current: ['a', 'b'], background: [] });
  });

  it('is also the last version of a text that grew, which does not make others older', () => {
    const grown = (id: string, hour: number) => ({ ...report(id, hour, 'a'), saysMore: true });
    const selected = select(report('a', 0), grown('b', 5), report('c', 6, 'a'), grown('d', 30));
    expect(selected).toEqual({ current: ['a', 'd'], background: [] });
  });

  it('is a report of which only copies came later', () => {
    const selected = select(report('a', 0), report('b', 30, 'a'));
    expect(selected).toEqual({ current: ['a'], background: [] });
  });
});
