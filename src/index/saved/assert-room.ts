import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../errors.ts';
import type { SplitValue } from './saved-tree.ts';

/** What a save leaves free, since the store may need it. */
const RESERVED_BYTES = 256 * 2 ** 20;

/** Texts take about so much for each of them. */
const TEXT_BYTES = 100;

/** Throws a UserError if a file of a value would leave the disk almost full. The old file stays until it is written. */
export async function assertRoom(path: string, { columns }: SplitValue): Promise<void> {
  const found = await statfs(dirname(path)).catch(() => undefined);
  // Some file systems don't say how large they are.
  if (!found || found.blocks === 0) return;
  const needed = columns.reduce(
    (sum, column) => sum + (Array.isArray(column) ? column.length * TEXT_BYTES : column.byteLength),
    RESERVED_BYTES,
  );
  const missing = needed - found.bavail * found.bsize;
  if (missing <= 0) return;
  throw new UserError(
    'not-available',
    `The disk of ${dirname(path)} is almost full. Free at least ${Math.ceil(missing / 1e6)} MB on it.`,
  );
}
