import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitBlocks } from '../../src/render/fit-blocks.ts';

const buildBlock = (head: string, ...sentences: string[]) => ({
  head,
  sentences,
  joiner: ' ',
  foot: '-',
});

describe('fitBlocks', () => {
  it('shows everything if there is room', () => {
    expect(fitBlocks([buildBlock('A', 'a.', 'b.'), buildBlock('B', 'c.')], 100)).toEqual([
      'A\na. b.\n-',
      'B\nc.\n-',
    ]);
  });

  it('shows every block’s first sentence before any second one', () => {
    expect(fitBlocks([buildBlock('A', 'a.', 'b.'), buildBlock('B', 'c.', 'd.')], 12)).toEqual([
      'A\na.\n-',
      'B\nc.\n-',
    ]);
  });

  it('drops a sentence without room, but not a shorter one of a later block', () => {
    expect(fitBlocks([buildBlock('A', 'a very long one.'), buildBlock('B', 'c.')], 12)).toEqual([
      'A\n-',
      'B\nc.\n-',
    ]);
  });

  it('drops blocks without any room', () => {
    expect(fitBlocks([buildBlock('A', 'a.'), buildBlock('B', 'b.')], 5)).toEqual(['A\n-']);
    expect(fitBlocks([buildBlock('A')], 2)).toEqual([]);
  });

  it('never exceeds its room', () => {
    const block = fc.record({
      head: fc.string(),
      sentences: fc.array(fc.string({ minLength: 1, maxLength: 40 })),
      joiner: fc.constantFrom(' ', '\n'),
      foot: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(block), fc.nat(300), (blocks, maxSize) => {
        expect(fitBlocks(blocks, maxSize).join('').length).toBeLessThanOrEqual(maxSize);
      }),
    );
  });
});
