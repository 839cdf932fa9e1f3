import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { assertRoom } from '../../../src/index/saved/assert-room.ts';

const PATH = join(tmpdir(), 'index');

/** A column that takes so many bytes. */
const buildColumn = (byteLength: number) => ({ byteLength }) as Uint8Array;

describe('the room for a saved index', () => {
  it('must be there before the first byte is written', async () => {
    const value = { columns: [buildColumn(1e18), ['a text']], tree: {} };
    await expect(assertRoom(PATH, value)).rejects.toThrow(UserError);
    await expect(assertRoom(PATH, value)).rejects.toThrow(
      /^The disk of \S+ is almost full\. Free at least \d{6,} MB on it\.$/,
    );
  });

  it('is not asked for where nobody knows it', async () => {
    const value = { columns: [buildColumn(1e18)], tree: {} };
    await expect(assertRoom(join(PATH, 'no', 'such', 'folder'), value)).resolves.toBeUndefined();
  });
});
