/** The shards that one process serves, of all shards of the bot. */
export interface Shards {
  /** The first and the last, counted from 0. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** More than any bot has, as a guard against slips. */
const MOST_SHARDS = 16_384;

/** Parses shards such as "0-1/4" or "3/4"; undefined if they are malformed. */
export function parseShards(text: string): Shards | undefined {
  const [, from = '', to = from, of = ''] =
    /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/u.exec(text) ?? [];
  const shards = { first: Number(from), last: Number(to), count: Number(of) };
  const isOrdered = shards.first <= shards.last && shards.last < shards.count;
  return from !== '' && isOrdered && shards.count <= MOST_SHARDS ? shards : undefined;
}

/** The ids of the shards. */
export function shardIds({ first, last }: Shards): number[] {
  return Array.from({ length: last - first + 1 }, (_, position) => first + position);
}
