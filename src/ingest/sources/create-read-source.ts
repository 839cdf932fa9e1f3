import type { ReadSource } from './examine-feed.ts';
import type { Fetcher } from '../../web/fetch-document.ts';
import { explainToTypist } from '../../web/request/fetch-failure.ts';
import { readFeed } from '../feeds/read-feed.ts';

/** Creates a function that reads a feed once for a person who waits for it. */
export function createReadSource(fetcher: Pick<Fetcher, 'fetch'>): ReadSource {
  return async (url) => {
    const read = await readFeed(url, fetcher, { isUrgent: true });
    switch (read.kind) {
      case 'feed':
      case 'page':
        return read;
      case 'gone':
        return { kind: 'fault', reason: 'the publisher has ended this feed' };
      case 'unchanged':
        return { kind: 'fault', reason: 'the publisher sent nothing' };
      case 'failed':
        return { kind: 'fault', reason: explainToTypist(read).replace(/\.$/u, '') };
      default:
        return read satisfies never;
    }
  };
}
