import type { FeedEntry } from '../../src/article/feed/feed.ts';

/** An entry of a feed, with defaults for every field that isn't given. */
export function buildFeedEntry(fields: Partial<FeedEntry> = {}): FeedEntry {
  return {
    title: 'Bridge opens',
    text: 'It opened on Monday.',
    subheads: [],
    captions: [],
    isTeaser: true,
    ...fields,
  };
}
