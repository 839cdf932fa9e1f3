/** Numbers that are saved as they are in memory. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** Texts of an index, one for each slot. */
export type Texts = (string | undefined)[];

/** What makes up most of an index. Each is a part of the file by itself. */
export type Column = Numbers | Texts;

/** The kinds of numbers, by the names that they have in the file. */
const NUMBERS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

/** What a column consists of, as the file names it. */
export type ColumnKind = keyof typeof NUMBERS | 'texts';

export const COLUMN_KINDS = [
  ...(Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]),
  'texts',
] as const;

export function kindOf(column: Column): ColumnKind {
  if (Array.isArray(column)) return 'texts';
  const [kind] = Object.entries(NUMBERS).find(([, each]) => column instanceof each)!;
  return kind as ColumnKind;
}

/** The numbers of one kind that these bytes are. Throws a RangeError if they are too few or too many for the last. */
export function numbersOf(kind: keyof typeof NUMBERS, bytes: ArrayBuffer): Numbers {
  return new NUMBERS[kind](bytes);
}

/** Stands for a column in the JSON. */
interface ColumnNumber {
  readonly column: number;
}

/** A value in the form in which it is saved. */
export interface SplitValue {
  readonly columns: readonly Column[];
  /** The JSON around the columns. */
  readonly tree: unknown;
}

/** Splits a value into its columns, which are typed arrays and arrays of texts, and the JSON around them. */
export function splitTree(value: unknown): SplitValue {
  const columns: Column[] = [];
  return { tree: split(value, columns), columns };
}

function split(value: unknown, columns: Column[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value) || isTexts(value)) {
    const number: ColumnNumber = { column: columns.push(value as Column) - 1 };
    return number;
  }
  if (Array.isArray(value)) return value.map((each) => split(each, columns));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, split(each, columns)]),
  );
}

/** Puts a value together again. */
export function joinTree(json: unknown, columns: readonly Column[]): unknown {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((each) => joinTree(each, columns));
  if ('column' in json) return columns[Number(json.column)];
  return Object.fromEntries(
    Object.entries(json).map(([name, each]) => [name, joinTree(each, columns)]),
  );
}

function isTexts(value: object): value is Texts {
  return (
    Array.isArray(value) && value.every((each) => each === undefined || typeof each === 'string')
  );
}
