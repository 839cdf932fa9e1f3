import type {
  ReadSource,
  SourceReading,
  TestedFeed,
} from '../../src/ingest/sources/examine-feed.ts';
import type { Fetcher } from '../../src/web/fetch-document.ts';

/** A feed with two usable entries and one that would be dropped. */
export const HARBOUR_FEED: TestedFeed = {
  title: 'Harbour *Post*',
  homeUrl: 'https://harbour.example/',
  lang: 'en',
  entries: [
    {
      title: 'Ferries stop',
      url: 'https://harbour.example/ferries',
      publishedAt: '2024-03-13T08:00:00.000Z',
    },
    {
      title: 'Bridge opens',
      url: 'https://harbour.example/bridge',
      text: 'The new bridge was opened on Thursday.',
      publishedAt: '2024-03-14T08:00:00.000Z',
    },
    { title: 'Only a headline' },
  ],
};

/** Reads feeds from a table by their addresses. No other address has a feed. */
export function readFrom(table: Readonly<Record<string, SourceReading | TestedFeed>>): ReadSource {
  return async (url) => {
    const found = Object.hasOwn(table, url) ? table[url] : undefined;
    if (!found) return { kind: 'fault', reason: 'there is nothing (404)' };
    return 'kind' in found ? found : { kind: 'feed', url, feed: found };
  };
}

/** A fetcher whose every request fails. */
export const NO_NETWORK: Fetcher = {
  fetch: async () => ({ kind: 'failed', reason: 'busy', message: 'There is no network here.' }),
  close: async () => {},
};
