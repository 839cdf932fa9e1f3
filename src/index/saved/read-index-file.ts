import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { createBreather, runInSlices } from '../../slices.ts';
import {
  decodeTable,
  FILE_END_BYTES,
  FILE_START,
  RefusedFile,
  type ColumnEntry,
  type FileHead,
} from './index-table.ts';
import { joinTree, numbersOf, type Column } from './saved-tree.ts';
import { decodeTexts } from './text-column.ts';

/** Bytes that are read and checked at a time. */
const PIECE_BYTES = 2 ** 22;

/**
 * Reads what `writeIndexFile` has written. `check` is given the head before the rest is read, and throws if the file
 * is not to be used. Any byte that is another one than was written is noticed. Rejects with a RefusedFile, or with
 * what the file system or `check` says. The event loop runs in between.
 */
export async function readIndexFile(
  path: string,
  check: (head: FileHead) => Promise<void>,
): Promise<{ readonly head: FileHead; readonly value: unknown }> {
  const file = await open(path);
  try {
    const { head, columns, tree } = await readTable(file);
    await check(head);
    const breathe = createBreather();
    const found: Column[] = [];
    let at = FILE_START.length;
    for (const entry of columns) {
      const [kind, size] = entry;
      const bytes = await readColumn(file, at, entry, breathe);
      found.push(
        kind === 'texts'
          ? await runInSlices(decodeTexts(new Uint8Array(bytes)), breathe)
          : numbersOf(kind, bytes),
      );
      at += size;
    }
    return { head, value: joinTree(tree, found) };
  } finally {
    await file.close();
  }
}

async function readTable(file: FileHandle) {
  const { size } = await file.stat();
  if (size < FILE_START.length + FILE_END_BYTES) throw new RefusedFile('it is cut off');
  const start = await readBytes(file, 0, FILE_START.length);
  if (!FILE_START.equals(start)) throw new RefusedFile('it does not begin like a saved index');
  const end = await readBytes(file, size - FILE_END_BYTES, FILE_END_BYTES);
  const tableBytes = end.readUInt32LE(0);
  const tableAt = size - FILE_END_BYTES - tableBytes;
  if (tableAt < FILE_START.length) throw new RefusedFile('it is cut off or damaged');
  const table = decodeTable(await readBytes(file, tableAt, tableBytes), end.readUInt32LE(4));
  const columnBytes = table.columns.reduce((sum, [, bytes]) => sum + bytes, 0);
  if (FILE_START.length + columnBytes !== tableAt) throw new RefusedFile('it has another length');
  return table;
}

async function readColumn(
  file: FileHandle,
  at: number,
  [, size, checksum]: ColumnEntry,
  breathe: () => Promise<void> | undefined,
): Promise<ArrayBuffer> {
  const buffer = new ArrayBuffer(size);
  let sum = 0;
  for (let from = 0; from < size; from += PIECE_BYTES) {
    const piece = Buffer.from(buffer, from, Math.min(PIECE_BYTES, size - from));
    await readInto(file, at + from, piece);
    sum = crc32(piece, sum);
    const pause = breathe();
    if (pause) await pause;
  }
  if (sum !== checksum) throw new RefusedFile('it is damaged');
  return buffer;
}

async function readBytes(file: FileHandle, at: number, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  await readInto(file, at, bytes);
  return bytes;
}

/** Fills a buffer: one read may give only some of the bytes. */
async function readInto(file: FileHandle, at: number, buffer: Buffer): Promise<void> {
  for (let from = 0; from < buffer.length;) {
    const { bytesRead } = await file.read(buffer, from, buffer.length - from, at + from);
    if (bytesRead === 0) throw new RefusedFile('it is cut off');
    from += bytesRead;
  }
}
