import { createHash } from 'node:crypto';
import type { Feed, FeedLink } from '../../article/feed/feed.ts';
import { parseFeedInSteps } from '../../article/feed/parse-feed.ts';
import { createBreather, runInSlices, takeTurn } from '../../slices.ts';
import type { Fetcher, FetchOutcome } from '../../web/fetch-document.ts';

/** What identifies the version of a feed that was read last. */
export interface FeedVersion {
  readonly etag?: string;
  readonly lastModified?: string;
  readonly contentHash?: string;
}

/** A feed as it was answered. */
interface ReadFeed extends FeedVersion {
  readonly kind: 'feed';
  readonly feed: Feed;
  /** Where it was found in the end. */
  readonly url: string;
  readonly contentHash: string;
  readonly permanentUrl?: string;
  readonly maxAgeMs?: number;
}

/** The result of requesting a feed. */
export type FeedReading =
  | ReadFeed
  | { readonly kind: 'page'; readonly feedUrls: readonly FeedLink[] }
  | Extract<FetchOutcome, { kind: 'unchanged' } | { kind: 'gone' }>
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly message: string;
      readonly retryAfterMs?: number;
    };

/** Fetches a feed and parses it, unless it is the one that is at hand. Never rejects. */
export async function readFeed(
  url: string,
  fetcher: Pick<Fetcher, 'fetch'>,
  asked: FeedVersion & { readonly isUrgent?: boolean; readonly signal?: AbortSignal } = {},
): Promise<FeedReading> {
  const { contentHash: known, ...options } = asked;
  const answer = await fetcher.fetch(url, { ...options, accept: 'feed' });
  if (answer.kind !== 'document') return answer;
  const { bytes, contentType, etag, lastModified, permanentUrl, maxAgeMs } = answer;
  const age = maxAgeMs !== undefined && { maxAgeMs };
  const contentHash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  if (contentHash === known && permanentUrl === undefined) return { kind: 'unchanged', ...age };
  // Many feeds may come at once; each is parsed in a turn of its own.
  await takeTurn('importing');
  const parsed = await runInSlices(
    parseFeedInSteps({ bytes, url: answer.url, ...(contentType && { contentType }) }),
    createBreather('importing'),
  );
  if (parsed.kind === 'page') return parsed;
  if (parsed.kind === 'fault') {
    return { kind: 'failed', reason: 'bad-feed', message: `This is no feed: ${parsed.reason}.` };
  }
  return {
    kind: 'feed',
    feed: parsed.feed,
    url: permanentUrl ?? answer.url,
    contentHash,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(permanentUrl !== undefined && { permanentUrl }),
    ...age,
  };
}
