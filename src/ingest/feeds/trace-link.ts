import { canonicalUrl } from '../../article/canonical-url.ts';
import { parseUrl } from '../../parse-url.ts';
import type { RecordStore } from '../../store/record-store.ts';
import { HOST, pollUrl, sourceKey, type Source } from '../sources/source.ts';
import type { FeedMemory } from './feed-memory.ts';

/** What became of a link that feeds may have listed. */
export type LinkFate =
  /** A feed has it, and this is or was its article. */
  | {
      readonly kind: 'listed';
      readonly source: Source;
      readonly articleId: string;
      readonly at: string;
    }
  /** Its page is still to be read; so many attempts failed. */
  | { readonly kind: 'waiting'; readonly source: Source; readonly attempts: number }
  /** It yielded no article. */
  | {
      readonly kind: 'dropped';
      readonly source: Source;
      readonly reason: string;
      readonly at: string;
    }
  /** A source has pages at that site, but its feed hasn't listed this one. */
  | { readonly kind: 'unlisted'; readonly source: Source }
  /** No source has pages at that site. */
  | { readonly kind: 'no-source'; readonly site: string };

/** A source, and what its polls remember. */
interface ReadSource {
  readonly source: Source;
  readonly memory: FeedMemory | undefined;
}

/** Creates a function that finds out what became of a link, among the sources that one server reads. */
export function createLinkTracer(
  sources: RecordStore<Source>,
  memories: RecordStore<FeedMemory>,
): (link: string, guildId: string | undefined) => Promise<LinkFate> {
  async function readMemories(some: readonly Source[]): Promise<ReadSource[]> {
    const read: ReadSource[] = [];
    for (const source of some) read.push({ source, memory: await memories.get(sourceKey(source)) });
    return read;
  }

  return async (link, guildId) => {
    const site = siteOf(link);
    const [near, far]: [Source[], Source[]] = [[], []];
    for (const owner of guildId === undefined ? [HOST] : [guildId, HOST]) {
      for await (const [, source] of sources.list(`${owner}:`))
        (site !== undefined && isOfSite(source, site) ? near : far).push(source);
    }
    const nearby = await readMemories(near);
    const fate = traceLink(link, nearby);
    // Feeds also link to other sites. There are hundreds of them, so they are read only if they have to be.
    return fate.kind === 'unlisted' || fate.kind === 'no-source'
      ? traceLink(link, [...nearby, ...(await readMemories(far))])
      : fate;
  };
}

/** Finds out what became of a link. What is known for certain comes first. */
export function traceLink(link: string, read: readonly ReadSource[]): LinkFate {
  const page = canonicalUrl(link);
  const isPage = (url: string | undefined): boolean =>
    url !== undefined && page !== undefined && canonicalUrl(url) === page;
  for (const { source, memory } of read) {
    const waiting = memory?.pending.find(({ entry }) => isPage(entry.url));
    if (waiting) return { kind: 'waiting', source, attempts: waiting.attempts };
    const dropped = source.state.dropped?.find(({ url }) => isPage(url));
    if (dropped) return { kind: 'dropped', source, reason: dropped.reason, at: dropped.at };
  }
  for (const { source, memory } of read) {
    const known = memory?.known.find((each) => isPage(each.page));
    if (known) return { kind: 'listed', source, articleId: known.articleId, at: known.seenAt };
  }
  const site = siteOf(link) ?? link;
  const own = read.find(({ source }) => isOfSite(source, site));
  return own ? { kind: 'unlisted', source: own.source } : { kind: 'no-source', site };
}

/** Whether a source's home page or feed is at a site, or at a part of it. */
function isOfSite(source: Source, site: string): boolean {
  return [source.homeUrl, source.url, pollUrl(source)].some((url) => {
    const own = url === undefined ? undefined : siteOf(url);
    return (
      own !== undefined && (own === site || own.endsWith(`.${site}`) || site.endsWith(`.${own}`))
    );
  });
}

function siteOf(url: string): string | undefined {
  const page = canonicalUrl(url);
  return page === undefined ? undefined : parseUrl(page)?.host;
}
