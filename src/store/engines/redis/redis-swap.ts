import { FOREVER } from '../../idle.ts';
import { readIdle } from '../stored-value.ts';
import { indexKey, root, type RedisClient } from './redis-connection.ts';

/** Redis runs a script without anything in between. An empty string stands for a key, or a score, that is absent. */
const script = `
  local index, key, untilKey, fromKey = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
  local name, before, after, untilScore, fromScore = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
  if (redis.call('GET', key) or '') ~= before then return 0 end
  if after == '' then
    redis.call('DEL', key)
    redis.call('ZREM', index, name)
  else
    redis.call('SET', key, after)
    redis.call('ZADD', index, 0, name)
  end
  if untilScore == '' then
    redis.call('ZREM', untilKey, name)
    redis.call('ZREM', fromKey, name)
  else
    redis.call('ZADD', untilKey, untilScore, name)
    redis.call('ZADD', fromKey, fromScore, name)
  end
  return 1`;

/** Stores `after` if the key's value is still `before`; see `Engine.swap`. No stored value is empty: it is JSON. */
export async function swapValue(
  client: RedisClient,
  key: string,
  before = '',
  after = '',
  scores = scoreRow(after),
): Promise<boolean> {
  const [until, from] = scores ?? ['', ''];
  const swapped = await client.eval(script, {
    keys: [indexKey, root + key, ...dueKeys(key.slice(0, key.indexOf(':')))],
    arguments: [key, before, after, until, from],
  });
  return swapped === 1;
}

/** The sorted sets that have the keys of a namespace by their instants, in milliseconds. */
export function dueKeys(namespace: string): readonly [until: string, from: string] {
  return [`${root}until:${namespace}`, `${root}from:${namespace}`];
}

/** The scores of a row in them. */
export type DueScores = readonly [until: string, from: string];

/** Undefined for a row that is idle forever, and for one of a kind that is never due. */
function scoreRow(text: string): DueScores | undefined {
  const idle = readIdle(text);
  if (idle === undefined || idle === FOREVER) return undefined;
  return [scoreInstant(idle.until), scoreInstant(idle.from)];
}

function scoreInstant(instant: string): string {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? '-inf' : String(ms);
}
