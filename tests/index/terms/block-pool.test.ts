import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockPool } from '../../../src/index/terms/block-pool.ts';

const PAGE_BITS = 6;

function buildPool(): { pool: BlockPool<Uint32Array>; pages: () => number } {
  let pages = 0;
  const createPage = (size: number): Uint32Array => {
    pages += 1;
    return new Uint32Array(size);
  };
  return { pool: new BlockPool(createPage, PAGE_BITS), pages: () => pages };
}

describe('BlockPool', () => {
  it('allocates blocks that nothing else writes to, before and after it was saved and restored', () => {
    const step = fc.record({
      size: fc.integer({ min: 1, max: 100 }),
      free: fc.nat(),
      save: fc.nat({ max: 9 }).map((number) => number === 0),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
        let { pool } = buildPool();
        const blocks: { address: number; size: number; mark: number }[] = [];
        for (const [mark, { size, free, save }] of steps.entries()) {
          if (save) pool = buildPool().pool.restore(structuredClone(pool.save()));
          const address = pool.allocate(size);
          const offset = pool.offset(address);
          pool.page(address).fill(mark, offset, offset + size);
          blocks.push({ address, size, mark });
          if (free % 3 > 0) continue;
          const [freed] = blocks.splice(free % blocks.length, 1);
          pool.free(freed!.address, freed!.size);
        }
        for (const { address, size, mark } of blocks) {
          const offset = pool.offset(address);
          const held = [...pool.page(address).subarray(offset, offset + size)];
          expect(held).toEqual(Array.from({ length: size }, () => mark));
        }
      }),
    );
  });

  it.each([
    ['short', 4],
    ['longer than a page', 1000],
  ])('uses freed blocks again, %s', (_, size) => {
    const { pool, pages } = buildPool();
    for (let round = 0; round < 50; round++) pool.free(pool.allocate(size), size);
    expect(pool.offset(pool.allocate(size))).toBe(0);
    expect(pages()).toBeLessThanOrEqual(51);
    expect(pool.allocate(size)).toBeLessThan(2 ** (PAGE_BITS + 1));
  });

  it('fills a page with short blocks before it adds another', () => {
    const { pool, pages } = buildPool();
    for (let i = 0; i < 16; i++) pool.allocate(4);
    expect(pages()).toBe(1);
  });
});
