import { describe, expect, it } from 'vitest';
import { buildFeedArticle } from '../../../src/article/feed/build-feed-article.ts';
import type { FeedEntry } from '../../../src/article/feed/feed.ts';
import { buildFeedEntry } from '../../support/build-feed-entry.ts';

const now = new Date('2024-05-07T12:00:00Z');
const FEED = { title: 'Meridian Wire', lang: 'de', entries: [] };
const build = (fields: Partial<FeedEntry>) =>
  buildFeedArticle(buildFeedEntry(fields), FEED, { now });

describe('the article of an entry', () => {
  it('has the facts of the entry and its feed', () => {
    const article = build({
      url: 'https://wire.example/a',
      author: 'Mara Lindqvist',
      section: 'World',
      publishedAt: '2024-05-07T08:00:00.000Z',
    });
    expect(article).toMatchObject({
      title: 'Bridge opens',
      text: 'It opened on Monday.',
      url: 'https://wire.example/a',
      author: 'Mara Lindqvist',
      section: 'World',
      publishedAt: '2024-05-07T08:00:00.000Z',
      dateBasis: 'header',
      lang: 'de',
      source: 'Meridian Wire',
    });
  });

  it.each([
    ['no date: the time of first sight', {}, now.toISOString(), 'first-seen'],
    [
      'a date ahead: clamped',
      { publishedAt: '2024-05-07T13:00:01.000Z' },
      now.toISOString(),
      'clamped',
    ],
    [
      'within an hour ahead: as given',
      { publishedAt: '2024-05-07T13:00:00.000Z' },
      '2024-05-07T13:00:00.000Z',
      'header',
    ],
    [
      'only an update: its time',
      { updatedAt: '2024-05-06T01:00:00.000Z' },
      '2024-05-06T01:00:00.000Z',
      'header',
    ],
  ])('of %s', (_what, fields, publishedAt, dateBasis) => {
    expect(build(fields)).toMatchObject({ publishedAt, dateBasis });
  });

  it('keeps a day without a time', () => {
    const fields = { publishedAt: '2024-05-06T00:00:00.000Z', dayOnly: true };
    expect(build(fields)).toMatchObject({ dayOnly: true, publishedAt: fields.publishedAt });
  });

  it('has the given id and source, and trusts dates if no clock is given', () => {
    const facts = { id: '0123456789abcdef', source: 'Courier' };
    const article = buildFeedArticle(buildFeedEntry(), FEED, facts);
    expect(article).toMatchObject({ ...facts, dateBasis: 'unknown' });
  });

  it('keeps its id when its date becomes known', () => {
    const url = 'https://wire.example/a';
    expect(build({ url, publishedAt: '2024-05-01T00:00:00Z' }).id).toBe(build({ url }).id);
  });
});
