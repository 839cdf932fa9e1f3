import { isSourceNamed } from '../../src/index/is-source-named.ts';
import type { Source } from '../../src/ingest/sources/source.ts';
import type { ListedPublisher } from './describe-source.ts';
import type { SourceStatus } from '../../src/index/source-status.ts';

/** Joins feeds with what is stored of each publisher. The server's own come first, then those with the newest articles. */
export function listPublishers(
  sources: readonly Source[],
  stored: readonly SourceStatus[],
): ListedPublisher[] {
  const named = new Map(stored.map((status) => [status.name, status]));
  const feeds = sources.map((source): ListedPublisher => {
    const status =
      named.get(source.name) ?? stored.find(({ name }) => isSourceNamed(name, source.name));
    if (status) named.delete(status.name);
    return { name: source.name, source, ...(status && { stored: status }) };
  });
  const others = [...named.values()].map((status) => ({ name: status.name, stored: status }));
  return [...feeds, ...others].toSorted(compare);
}

function compare(a: ListedPublisher, b: ListedPublisher): number {
  const [x, y] = [a, b].map(({ source }) => (source && source.owner !== 'host' ? 0 : 1));
  if (x !== y) return (x ?? 0) - (y ?? 0);
  const [first, second] = [freshness(a), freshness(b)];
  return first === second ? a.name.localeCompare(b.name, 'en') : first < second ? 1 : -1;
}

function freshness({ source, stored }: ListedPublisher): string {
  return stored?.newestAt ?? source?.state.lastNewAt ?? '';
}
