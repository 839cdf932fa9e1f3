import { describe, expect, it } from 'vitest';
import { parseShards, shardIds } from '../../../src/discord/gateway/shards.ts';

describe('shards', () => {
  it.each([
    ['0-1/4', { first: 0, last: 1, count: 4 }],
    ['3/4', { first: 3, last: 3, count: 4 }],
    ['0/1', { first: 0, last: 0, count: 1 }],
    ['0-16383/16384', { first: 0, last: 16_383, count: 16_384 }],
  ])('are read from %s', (text, shards) => {
    expect(parseShards(text)).toEqual(shards);
  });

  it.each([
    '',
    '1',
    '0-1',
    '4/4',
    '2-1/4',
    '0-4/4',
    '-1/4',
    '0-1/0',
    '0-1/16385',
    ' 0-1/4',
    '0–1/4',
    'a/b',
  ])('are refused from "%s"', (text) => {
    expect(parseShards(text)).toBeUndefined();
  });

  it('have ids that are counted from 0', () => {
    expect(shardIds({ first: 2, last: 4, count: 8 })).toEqual([2, 3, 4]);
  });
});
