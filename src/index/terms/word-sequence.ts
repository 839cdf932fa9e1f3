/**
 * An article's words as ids in LEB128: seven bits a byte, the high bit set on all but a number's
 * last byte. A 3.5 kB article takes about 1 kB, gives its term counts again and answers phrases.
 */
export type WordSequence = Uint8Array;

/** Stands between title and body, so that no phrase spans them. */
export const SEQUENCE_BREAK = 0;

/** Bytes that no id takes more than. */
export const MAX_ID_BYTES = 5;

export function encodeWords(ids: readonly number[]): WordSequence {
  const bytes = new Uint8Array(ids.length * MAX_ID_BYTES);
  const size = ids.reduce((at, id) => writeId(id, bytes, at), 0);
  return bytes.slice(0, size);
}

/** Writes an id at a place and returns where it ends. */
export function writeId(id: number, bytes: Uint8Array, from: number): number {
  let at = from;
  let rest = id;
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
}

/** Calls back with each id and its place. */
export function decodeWords(
  bytes: Uint8Array,
  visit: (id: number, position: number) => void,
  from = 0,
  to = bytes.length,
): void {
  let id = 0;
  let shift = 0;
  let position = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    id |= (byte & 127) << shift;
    if (byte & 128) shift += 7;
    else {
      visit(id, position);
      position += 1;
      id = 0;
      shift = 0;
    }
  }
}

/** Whether the encoded words of `part` stand between two places of `bytes` one after the other. */
export function includesWords(
  bytes: Uint8Array,
  part: WordSequence,
  from = 0,
  to = bytes.length,
): boolean {
  // Node's own search through a view is several times faster than a loop over the bytes.
  const words = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
  for (let at = words.indexOf(part); at !== -1; at = words.indexOf(part, at + 1)) {
    // A hit in the middle of a number follows a byte that says "more to come".
    if (at === 0 || !(words[at - 1]! & 128)) return true;
  }
  return false;
}
