import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { COLUMN_KINDS, type ColumnKind } from './saved-tree.ts';

/** Why a file isn't used, as the end of a sentence: "it is cut off". */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile';
}

/** What a file says about itself. */
export interface FileHead {
  /** Which code built the index; see `hashCode`. */
  readonly code: string;
  /** Is in the store too, if the store has all of its history up to the save. */
  readonly token: string;
  /** The index has every change up to here, and perhaps later ones. */
  readonly cursor: number;
  readonly articleCount: number;
  /** The index has the articles of so many days; 0 stands for all. */
  readonly days: number;
}

/** What is in the table of a column. */
export type ColumnEntry = readonly [kind: ColumnKind, bytes: number, checksum: number];

/** The last part of a file: which columns come before it, and what they are part of. */
export interface FileTable {
  readonly head: FileHead;
  readonly columns: readonly ColumnEntry[];
  /** The JSON around the columns, from `splitTree`. */
  readonly tree?: unknown;
}

/** The first bytes of a file. The number is that of the layout. */
export const FILE_START = Buffer.from('Dateline index 2\n');

/** The last bytes: the length and the checksum of the table before them. */
export const FILE_END_BYTES = 8;

/** Numbers are saved as the processor has them in memory. */
const ORDER = endianness();

const tableSchema = z.object({
  order: z.literal(ORDER),
  head: z.object({
    code: z.string(),
    token: z.string(),
    cursor: z.int().nonnegative(),
    articleCount: z.int().nonnegative(),
    days: z.int().nonnegative(),
  }),
  columns: z.array(z.tuple([z.enum(COLUMN_KINDS), z.int().nonnegative(), z.int().nonnegative()])),
  tree: z.unknown(),
});

/** The table and what follows it, as bytes. */
export function encodeTable(table: FileTable): Buffer {
  const json = Buffer.from(JSON.stringify({ order: ORDER, ...table }));
  const end = Buffer.alloc(FILE_END_BYTES);
  end.writeUInt32LE(json.length, 0);
  end.writeUInt32LE(crc32(json), 4);
  return Buffer.concat([json, end]);
}

/** Reads a table. Throws a RefusedFile that says what is wrong with it. */
export function decodeTable(json: Buffer, checksum: number): FileTable {
  if (json.length === 0 || crc32(json) !== checksum)
    throw new RefusedFile('its table of contents is damaged');
  const { data } = tableSchema.safeParse(JSON.parse(json.toString()));
  if (!data) throw new RefusedFile('it was written on another kind of machine');
  return data;
}
