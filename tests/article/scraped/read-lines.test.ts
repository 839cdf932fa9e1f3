import { afterEach, describe, expect, it, vi } from 'vitest';
import { readLines } from '../../../src/article/scraped/read-lines.ts';
import { collect } from '../../support/collect.ts';

afterEach(() => void vi.restoreAllMocks());

const linesOf = async (chunks: readonly string[], breaks: 'text' | 'json' = 'text', max = 1000) =>
  (await collect(readLines(chunks, breaks, max))).flat();

describe('lines', () => {
  it.each([
    ['whole', ['one\r\ntwo\n\nthree']],
    ['in chunks', ['on', 'e\r', '\ntw', 'o\n\nth', 'ree']],
    ['with a chunk that ends in a carriage return', ['one\r', 'two\r', '\r', 'three']],
    ['with empty chunks', ['', 'one\n', '', 'two\n\nthree', '']],
  ])('are the same %s', async (_, chunks) => {
    const texts = (await linesOf(chunks)).map(({ number, text }) => `${number} ${text}`);
    expect(texts).toEqual(['1 one', '2 two', '3 ', '4 three']);
  });

  it('that are too long are told by their number, and the next is read', async () => {
    const chunks = `a\n${'b'.repeat(50)}\nc`.match(/[^]{1,7}/gu)!;
    expect(await linesOf(chunks, 'json', 20)).toMatchObject([
      { number: 1, text: 'a' },
      { number: 2, tooLong: true },
      { number: 3, text: 'c' },
    ]);
  });

  it('are each searched once, however many chunks one comes in', async () => {
    const chunks = Array.from({ length: 400 }, () => 'The dam broke. '.repeat(20));
    const split = vi.spyOn(String.prototype, 'split');
    expect(await linesOf(chunks, 'text', 1_000_000)).toHaveLength(1);
    const searched = split.mock.contexts.reduce<number>(
      (sum, each) => sum + String(each).length,
      0,
    );
    expect(searched).toBeLessThan(3 * chunks.join('').length);
  });
});
