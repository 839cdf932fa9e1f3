import { indexKey, root, type RedisClient } from './redis-connection.ts';

/** Redis runs a script without anything in between. An empty string stands for a key that is absent. */
const script = `
  local index, key = KEYS[1], KEYS[2]
  local name, before, after = ARGV[1], ARGV[2], ARGV[3]
  if (redis.call('GET', key) or '') ~= before then return 0 end
  if after == '' then
    redis.call('DEL', key)
    redis.call('ZREM', index, name)
  else
    redis.call('SET', key, after)
    redis.call('ZADD', index, 0, name)
  end
  return 1`;

/** Stores `after` if the key's value is still `before`; see `Engine.swap`. No stored value is empty: it is JSON. */
export async function swapValue(
  client: RedisClient,
  key: string,
  before = '',
  after = '',
): Promise<boolean> {
  const swapped = await client.eval(script, {
    keys: [indexKey, root + key],
    arguments: [key, before, after],
  });
  return swapped === 1;
}
