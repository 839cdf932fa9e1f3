import type { Engine, Row } from '../engine.ts';
import { readIdle } from '../stored-value.ts';
import { root, type RedisClient } from './redis-connection.ts';
import { dueKeys, swapValue, type DueScores } from './redis-swap.ts';

const pageRows = 128;

/** Of a row that says nothing: it is before all others, and no clock wrote it that was ahead. */
const SAYS_NOTHING: DueScores = ['-inf', '-inf'];

/**
 * Finds the due rows of a Redis; see `Engine.due`. Whatever writes a row keeps its scores in the same step. An older
 * Dateline did not, so each process puts them right once, row by row, before it first asks.
 */
export function createRedisDue(
  client: RedisClient,
  pages: (prefix: string) => AsyncIterable<readonly Row[]>,
): Engine['due'] {
  const ready = new Set<string>();

  async function scoreAll(namespace: string): Promise<void> {
    for await (const page of pages(`${namespace}:`))
      await Promise.all(page.map(([key, text]) => score(key, text)));
    ready.add(namespace);
  }

  async function score(key: string, text: string): Promise<void> {
    const scores = readIdle(text) === undefined ? SAYS_NOTHING : undefined;
    await swapValue(client, key, text, text, scores);
  }

  return async function* due(namespace, now) {
    if (!ready.has(namespace)) await scoreAll(namespace);
    const [untilKey, fromKey] = dueKeys(namespace);
    const ms = Date.parse(now);
    const keys = [
      ...(await client.zRangeByScore(untilKey, '-inf', ms)),
      ...(await client.zRangeByScore(fromKey, `(${ms}`, '+inf')),
    ];
    for (let start = 0; start < keys.length; start += pageRows) {
      const part = keys.slice(start, start + pageRows);
      const values = await client.mGet(part.map((key) => root + key));
      yield part.flatMap((key, at): Row[] => {
        const value = values[at];
        return value === null || value === undefined ? [] : [[key, value]];
      });
    }
  };
}
