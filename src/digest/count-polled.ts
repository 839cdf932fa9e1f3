import { isSourceNamed } from '../index/is-source-named.ts';
import { countAnswering, type PolledCounts } from '../ingest/sources/count-answering.ts';
import { HOST, type Source } from '../ingest/sources/source.ts';
import type { DigestRequest } from './digest-request.ts';
import type { News } from './news.ts';

/** Counts the sources that a digest's articles may come from: the host's and the server's, as far as wanted. */
export function countPolled(
  { guildId, sources: names, until }: Pick<DigestRequest, 'guildId' | 'sources' | 'until'>,
  { sources, cache }: Pick<News, 'sources' | 'cache'>,
): Promise<PolledCounts> {
  // Sources fail without any article changing, so the counts are kept for one moment only.
  return cache.keep(['polled', guildId, names, until], async () => {
    const wanted: Source[] = [];
    for (const owner of guildId === undefined ? [HOST] : [HOST, guildId]) {
      for await (const [, source] of sources.list(`${owner}:`)) {
        if (names.length === 0 || names.some((name) => isSourceNamed(source.name, name)))
          wanted.push(source);
      }
    }
    return countAnswering(wanted);
  });
}
