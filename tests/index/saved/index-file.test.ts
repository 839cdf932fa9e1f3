import * as fc from 'fast-check';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArticleIndex } from '../../../src/index/article-index.ts';
import { RefusedFile } from '../../../src/index/saved/index-table.ts';
import { readIndexFile } from '../../../src/index/saved/read-index-file.ts';
import { applySteps, history, openIndexFolder } from './index-history.ts';

const files = await openIndexFolder();
afterAll(() => files.close());

let bytes: Buffer;
beforeAll(async () => {
  const index = new ArticleIndex();
  applySteps(index, fc.sample(history, 3).flat());
  bytes = await files.save(index);
});

describe('a file of an index that is damaged', () => {
  it('is refused if any bit is another one', async () => {
    const at = fc.oneof(
      fc.nat({ max: bytes.length - 1 }),
      // The table of contents and the first bytes are the smallest part, and the most fragile.
      fc.nat({ max: 4000 }).map((back) => bytes.length - 1 - back),
      fc.nat({ max: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(at, fc.nat({ max: 7 }), async (position, bit) => {
        const damaged = Buffer.from(bytes);
        damaged[position]! ^= 1 << bit;
        expect(await isRefused(damaged)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is refused if it is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (size) => {
        expect(await isRefused(bytes.subarray(0, size))).toBe(true);
      }),
      { numRuns: 60 },
    );
    for (let size = 0; size < 40; size++)
      expect(await isRefused(bytes.subarray(0, size))).toBe(true);
    expect(await isRefused(bytes.subarray(0, bytes.length - 1))).toBe(true);
  });

  it('is refused if something was added, taken out or exchanged', async () => {
    const range = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 5000 }));
    await fc.assert(
      fc.asyncProperty(range, fc.uint8Array({ maxLength: 300 }), async ([from, size], other) => {
        const changed = Buffer.concat([
          bytes.subarray(0, from),
          other,
          bytes.subarray(from + size),
        ]);
        fc.pre(!changed.equals(bytes));
        expect(await isRefused(changed)).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(await isRefused(Buffer.concat([bytes, Buffer.from('x')]))).toBe(true);
    expect(await isRefused(Buffer.concat([bytes, bytes]))).toBe(true);
    expect(
      await isRefused(Buffer.from('SQLite format 3\0 and a long, long rest of another file')),
    ).toBe(true);
  });

  it('is refused if it is of a machine with another order of bytes', async () => {
    const order = bytes.lastIndexOf('"order":"LE"');
    expect(order).toBeGreaterThan(0);
    const { encodeTable } = await import('../../../src/index/saved/index-table.ts');
    const table = JSON.parse(bytes.subarray(order - 1, -8).toString()) as never;
    const other = encodeTable({ ...(table as object), order: 'BE' } as never);
    await writeFile(files.path, Buffer.concat([bytes.subarray(0, order - 1), other]));
    await expect(files.load()).rejects.toThrow('it was written on another kind of machine');
  });
});

describe('a file of an index', () => {
  it('is not read further if its head is refused', async () => {
    const damaged = Buffer.from(bytes);
    damaged[100]! ^= 1;
    await writeFile(files.path, damaged);
    const refuse = () => Promise.reject(new RefusedFile('it is an old one'));
    await expect(readIndexFile(files.path, refuse)).rejects.toThrow('it is an old one');
  });

  it('is not written to the end if that takes too long', async () => {
    const { open } = await import('node:fs/promises');
    const { writeIndexFile } = await import('../../../src/index/saved/write-index-file.ts');
    const file = await open(files.path, 'w');
    const head = { code: '', token: '', cursor: 0, articleCount: 0, days: 0 };
    const split = { columns: [new Uint8Array(10)], tree: {} };
    await expect(writeIndexFile(file, head, split, AbortSignal.abort())).rejects.toThrow('aborted');
    await file.close();
  });
});

/** Whether a file is refused; an error of another kind is thrown. */
async function isRefused(changed: Buffer): Promise<boolean> {
  await writeFile(files.path, changed);
  try {
    await files.load();
    return false;
  } catch (error) {
    if (error instanceof RefusedFile) return true;
    throw error;
  }
}
