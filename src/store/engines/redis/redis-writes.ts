import type { Writes } from '../engine.ts';
import { journalKey, journalLength, journalSequence } from '../../journal.ts';
import { indexKey, root, type RedisClient } from './redis-connection.ts';
import { encodeValue } from '../stored-value.ts';

/**
 * Redis runs a script without anything in between. It stores nothing if the journal has moved on since
 * the values were read; every change of an article moves the journal, so no other change is overwritten.
 * The journal's entry is first: should memory run out half-way, an id too many is announced, never one too few.
 */
const script = `
  local index, root = KEYS[1], KEYS[2]
  local expected, entryKey, entry, oldest, puts = ARGV[1], ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[5])
  local last = redis.call('ZREVRANGEBYLEX', index, '(journal;', '[journal:', 'LIMIT', 0, 1)[1] or ''
  if last ~= expected then return 0 end
  local function put(key, value)
    redis.call('SET', root .. key, value)
    redis.call('ZADD', index, 0, key)
  end
  local function remove(key)
    redis.call('DEL', root .. key)
    redis.call('ZREM', index, key)
  end
  if entry ~= '' then put(entryKey, entry) remove(oldest) end
  for at = 6, 5 + 2 * puts, 2 do put(ARGV[at], ARGV[at + 1]) end
  for at = 6 + 2 * puts, #ARGV do remove(ARGV[at]) end
  return 1`;

/** Stores `writes` if the journal still ends at `head`. False if it does not: then read and decide again. */
export async function storeWrites(
  client: RedisClient,
  head: string | undefined,
  { puts, removes, changed }: Writes,
): Promise<boolean> {
  const sequence = journalSequence(head) + 1;
  const entry = changed.length === 0 ? '' : encodeValue(changed);
  const stored = await client.eval(script, {
    keys: [indexKey, root],
    arguments: [
      head ?? '',
      journalKey(sequence),
      entry,
      journalKey(Math.max(0, sequence - journalLength)),
      String(puts.length),
      ...puts.flat(),
      ...removes,
    ],
  });
  return stored === 1;
}
