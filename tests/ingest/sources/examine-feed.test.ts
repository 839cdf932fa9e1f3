import { describe, expect, it } from 'vitest';
import { examineFeed, type TestedFeed } from '../../../src/ingest/sources/examine-feed.ts';

const URL = 'https://a.example/rss';
const entry = (title: string, given: Partial<TestedFeed['entries'][number]> = {}) => ({
  title,
  url: `https://a.example/${title}`,
  ...given,
});

describe('examineFeed', () => {
  it('shows the newest usable article as a sample', () => {
    const entries = [
      entry('old', { publishedAt: '2024-03-01T00:00:00.000Z' }),
      entry('new', { publishedAt: '2024-03-03T00:00:00.000Z' }),
      entry('', { publishedAt: '2024-03-09T00:00:00.000Z' }),
      entry('undated'),
    ];
    expect(examineFeed({ title: ' A ', lang: 'fr', entries }, URL)).toMatchObject({
      url: URL,
      title: 'A',
      lang: 'fr',
      entryCount: 4,
      newestAt: '2024-03-03T00:00:00.000Z',
      sample: { title: 'new' },
    });
  });

  it('says why entries would be dropped, the most frequent reason first, with an example', () => {
    const entries = [
      entry(' '),
      entry('a'),
      { title: 'b', text: ' ' },
      { title: 'c' },
      { title: 'd', summary: 'A teaser is something to read.' },
      entry('e', { url: 'https://a.example/a' }),
    ];
    expect(examineFeed({ entries }, URL).dropped).toEqual([
      { reason: 'it has neither a text nor a link to one', count: 2, example: 'b' },
      { reason: 'it has no headline', count: 1 },
      { reason: 'the feed has its link twice', count: 1, example: 'e' },
    ]);
  });

  it('shows no sample for an empty feed', () => {
    expect(examineFeed({ entries: [] }, URL)).toEqual({ url: URL, entryCount: 0, dropped: [] });
  });
});
