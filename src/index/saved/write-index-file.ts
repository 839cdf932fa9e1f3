import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { createBreather, runInSlices } from '../../slices.ts';
import { encodeTable, FILE_START, type ColumnEntry, type FileHead } from './index-table.ts';
import { kindOf, type SplitValue } from './saved-tree.ts';
import { encodeTexts } from './text-column.ts';

/** Bytes that are checked and written at a time: about a millisecond of the event loop. */
const PIECE_BYTES = 2 ** 20;

/**
 * Writes an index. None of its columns may change until the promise resolves. The event loop runs in between. Rejects when `signal` aborts.
 */
export async function writeIndexFile(
  file: FileHandle,
  head: FileHead,
  { columns, tree }: SplitValue,
  signal: AbortSignal,
): Promise<void> {
  const breathe = createBreather();
  const entries: ColumnEntry[] = [];
  await writeAll(file, FILE_START);
  for (const column of columns) {
    const bytes = Array.isArray(column)
      ? await runInSlices(encodeTexts(column), breathe)
      : new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    let checksum = 0;
    for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
      signal.throwIfAborted();
      const piece = bytes.subarray(from, from + PIECE_BYTES);
      checksum = crc32(piece, checksum);
      await writeAll(file, piece);
      const pause = breathe();
      if (pause) await pause;
    }
    entries.push([kindOf(column), bytes.length, checksum]);
  }
  signal.throwIfAborted();
  await writeAll(file, encodeTable({ head, columns: entries, tree }));
}

/** Writes bytes to the end: one write may take only some of them. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    from += (await file.write(bytes, from)).bytesWritten;
  }
}
