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
const PIECE_BYTES = 2 ** 20;

/** Pieces that are being read while one is checked. */
const PIECES_AHEAD = 4;

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
    return { head, value: joinTree(tree, await readColumns(file, columns)) };
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

async function readColumns(file: FileHandle, entries: readonly ColumnEntry[]): Promise<Column[]> {
  const breathe = createBreather();
  const columns: Column[] = [];
  let checksum = 0;
  for await (const { entry, bytes, piece, isLast } of readAhead(file, listPieces(entries))) {
    checksum = crc32(piece, checksum);
    const pause = breathe();
    if (pause) await pause;
    if (!isLast) continue;
    const [kind, , expected] = entry;
    if (checksum !== expected) throw new RefusedFile('it is damaged');
    checksum = 0;
    columns.push(
      kind === 'texts'
        ? await runInSlices(decodeTexts(bytes), breathe)
        : numbersOf(kind, bytes.buffer),
    );
  }
  return columns;
}

/** A part of a column, to be read from a position in the file. */
interface Piece {
  readonly entry: ColumnEntry;
  /** The whole column. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly piece: Uint8Array;
  readonly at: number;
  readonly isLast: boolean;
}

function* listPieces(entries: readonly ColumnEntry[]): Generator<Piece> {
  let at = FILE_START.length;
  for (const entry of entries) {
    const [, size] = entry;
    // All of it is overwritten, so it need not be cleared first.
    const bytes = new Uint8Array(Buffer.allocUnsafeSlow(size).buffer);
    let from = 0;
    do {
      const piece = bytes.subarray(from, from + PIECE_BYTES);
      yield { entry, bytes, piece, at: at + from, isLast: from + PIECE_BYTES >= size };
      from += PIECE_BYTES;
    } while (from < size);
    at += size;
  }
}

/** Reads pieces in their order, the next ones while one is in use: waiting for each takes longer than reading it. */
async function* readAhead(file: FileHandle, pieces: Iterable<Piece>): AsyncGenerator<Piece> {
  const reading: { readonly piece: Piece; readonly done: Promise<unknown> }[] = [];
  for (const piece of pieces) {
    const done = readInto(file, piece.at, piece.piece);
    // It may fail while an earlier one is in use; the loop that waits for it is told.
    done.catch(() => undefined);
    reading.push({ piece, done });
    if (reading.length > PIECES_AHEAD) yield await next();
  }
  while (reading.length > 0) yield await next();

  async function next(): Promise<Piece> {
    const { piece, done } = reading.shift()!;
    await done;
    return piece;
  }
}

async function readBytes(file: FileHandle, at: number, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  await readInto(file, at, bytes);
  return bytes;
}

/** Fills an array: one read may give only some of the bytes. */
async function readInto(file: FileHandle, at: number, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    const { bytesRead } = await file.read(bytes, from, bytes.length - from, at + from);
    if (bytesRead === 0) throw new RefusedFile('it is cut off');
    from += bytesRead;
  }
}
