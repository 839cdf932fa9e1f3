import { isSourceNamed } from '../index/is-source-named.ts';
import { countAnswering, type PolledCounts } from '../ingest/sources/count-answering.ts';
import { HOST, type Source } from '../ingest/sources/source.ts';
import type { DigestRequest } from './digest-request.ts';
import type { News } from './news.ts';

/** Counts the sources that a digest's articles may come from: the host's and the server's, as far as wanted. */
export async function countPolled(
  { guildId, sources: names, until }: Pick<DigestRequest, 'guildId' | 'sources' | 'until'>,
  { sources, cache }: Pick<News, 'sources' | 'cache'>,
): Promise<PolledCounts> {
  const countOf = async (owner: string): Promise<PolledCounts> => {
    const wanted: Source[] = [];
    for await (const [, source] of sources.list(`${owner}:`)) {
      if (names.length === 0 || names.some((name) => isSourceNamed(source.name, name)))
        wanted.push(source);
    }
    return countAnswering(wanted);
  };
  // Sources fail without any article changing, so the counts are kept for one moment only. The host's are in all digests.
  const hosts = await cache.keep(['polled', names, until], () => countOf(HOST));
  if (guildId === undefined) return hosts;
  const own = await countOf(guildId);
  return { total: hosts.total + own.total, answered: hosts.answered + own.answered };
}
