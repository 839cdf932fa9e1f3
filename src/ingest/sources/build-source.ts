import { createHash } from 'node:crypto';
import { canonicalFeedUrl } from './feed-address.ts';
import type { Source, SourceOwner } from './source.ts';

/** A feed as it is listed, before it is read for the first time. */
export interface ListedSource {
  readonly name: string;
  /** Nobody named it: `name` is its host name until the feed gives one. */
  readonly isUnnamed?: true;
  readonly url: string;
  readonly homeUrl?: string;
  readonly country?: string;
  readonly lang?: string;
}

/** Builds the record of a feed that has never been read; it is due at once. */
export function buildSource(listed: ListedSource, owner: SourceOwner, now: Date): Source {
  const { name, isUnnamed, url, homeUrl, country, lang } = listed;
  return {
    id: buildSourceId(url, owner),
    url,
    name,
    ...(isUnnamed && { isUnnamed }),
    ...(homeUrl !== undefined && { homeUrl }),
    ...(country !== undefined && { country }),
    ...(lang !== undefined && { lang }),
    owner,
    addedAt: now.toISOString(),
    state: { emptyAnswers: 0, recentCounts: [], nextPollAt: now.toISOString() },
  };
}

/** The id of an owner's feed: 12 hexadecimal digits, the same for every spelling of its address. */
export function buildSourceId(url: string, owner: SourceOwner): string {
  const name = `${owner}\n${canonicalFeedUrl(url)}`;
  return createHash('sha256').update(name).digest('hex').slice(0, 12);
}
