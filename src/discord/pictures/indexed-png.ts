import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

// No library was found that writes indexed PNGs asynchronously, and compressing on the event loop
// would delay every answer.
const compress = promisify(deflate);

/** Rendered pixels: four bytes each, red, green, blue and alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const MOST_COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Encodes pixels as a PNG of at most 256 colours. Flat drawings have few; of the shades at their edges,
 * those beyond the 256 become the nearest one. The file is a third as large as one with every shade.
 */
export async function encodeIndexedPng({ width, height, pixels }: Pixels): Promise<Uint8Array> {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const rowColours = Array.from({ length: height }, (_, y) =>
    colours.subarray(y * width, (y + 1) * width),
  );
  const repeats = rowColours.map((row, y) => y > 0 && haveSame(row, rowColours[y - 1]!));
  const palette = selectPalette(rowColours, repeats);
  const numbers = new Map(palette.map((colour, number) => [colour, number]));
  const rows = Buffer.alloc((width + 1) * height);
  // Most pixels equal the one before; only the others are looked up.
  let [last, number] = [-1, 0];
  for (const [y, row] of rowColours.entries()) {
    const start = y * (width + 1);
    if (repeats[y]) {
      rows.copyWithin(start, start - width - 1, start);
      continue;
    }
    // Each row begins with its filter: none, which is best for indices.
    let at = start + 1;
    for (let x = 0; x < width; x++) {
      const colour = row[x]!;
      if (colour !== last) {
        number = numbers.get(colour) ?? findNearest(palette, colour);
        numbers.set(colour, number);
        last = colour;
      }
      rows[at++] = number;
    }
  }
  return Buffer.concat([
    SIGNATURE,
    writeChunk('IHDR', writeHeader(width, height)),
    writeChunk('PLTE', Buffer.from(palette.flatMap((colour) => split(colour).slice(0, 3)))),
    writeChunk('tRNS', Buffer.from(palette.map((colour) => colour >>> 24))),
    writeChunk('IDAT', await compress(rows, { level: 6 })),
    writeChunk('IEND', Buffer.alloc(0)),
  ]);
}

function haveSame(row: Uint32Array, other: Uint32Array): boolean {
  return bytesOf(row).equals(bytesOf(other));
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/**
 * The most frequent colours. Ties go to the smaller number, so that the bytes are always the same. Rows that repeat the
 * one before, as half of a flat drawing's do, are counted with it.
 */
function selectPalette(rows: readonly Uint32Array[], repeats: readonly boolean[]): number[] {
  const counts = new Map<number, number>();
  for (let y = 0, next = 0; y < rows.length; y = next) {
    next = y + 1;
    while (repeats[next]) next += 1;
    const row = rows[y]!;
    for (let from = 0, to = 0; from < row.length; from = to) {
      const colour = row[from]!;
      while (to < row.length && row[to] === colour) to += 1;
      counts.set(colour, (counts.get(colour) ?? 0) + (to - from) * (next - y));
    }
  }
  return [...counts]
    .toSorted(([a, many], [b, more]) => more - many || a - b)
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour);
}

function findNearest(palette: readonly number[], colour: number): number {
  const wanted = split(colour);
  let [nearest, least] = [0, Number.POSITIVE_INFINITY];
  for (const [number, candidate] of palette.entries()) {
    const distance = split(candidate).reduce(
      (sum, channel, index) => sum + (channel - wanted[index]!) ** 2,
      0,
    );
    if (distance < least) [nearest, least] = [number, distance];
  }
  return nearest;
}

/** Red, green, blue and alpha, as a little-endian machine stores them. Of all that Node 20 runs on, only s390x is not. */
function split(colour: number): [number, number, number, number] {
  return [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255, colour >>> 24];
}

function writeHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, indexed; the usual compression and filters, not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  return header;
}

function writeChunk(type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}
