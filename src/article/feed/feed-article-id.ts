import { createHash } from 'node:crypto';
import { buildArticleId } from '../article-id.ts';
import { canonicalUrl } from '../canonical-url.ts';
import type { FeedEntry } from './feed.ts';

/** The facts that identify an entry when its feed is read again; see `entryPage` for its page. */
export type EntryIdentity = Pick<FeedEntry, 'id' | 'url' | 'title' | 'publishedAt'>;

/**
 * Builds the id of an entry's article. It is based on the entry's page, like all ids, so that a
 * pasted link finds the article. If several entries share a page (`isShared`) or there is no page,
 * the id is based on the entry's own id, else on its title and day.
 */
export function buildFeedArticleId(
  entry: EntryIdentity,
  source: string | undefined,
  { isShared = false, onlyFor }: { readonly isShared?: boolean; readonly onlyFor?: string } = {},
): string {
  const page = entryPage(entry);
  const whose = onlyFor === undefined ? {} : { onlyFor };
  const names = onlyFor === undefined ? [] : [onlyFor];
  if (page !== undefined && !isShared)
    return buildArticleId({ url: page, title: entry.title, ...whose });
  if (entry.id !== undefined) return hash(...names, 'entry', source ?? '', entry.id);
  if (page !== undefined) return hash(...names, 'page', page, entry.title);
  return buildArticleId({
    title: entry.title,
    ...whose,
    ...(source !== undefined && { source }),
    ...(entry.publishedAt !== undefined && { statedAt: entry.publishedAt }),
  });
}

/** The canonical address of an entry's page. A site's front page doesn't count. */
export function entryPage({ url }: Pick<FeedEntry, 'url'>): string | undefined {
  const page = url === undefined ? undefined : canonicalUrl(url);
  return page === undefined || /^https:\/\/[^/?]+$/u.test(page) ? undefined : page;
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}
