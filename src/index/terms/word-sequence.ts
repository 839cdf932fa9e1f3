/**
 * An article's words as ids in LEB128: seven bits to a byte, with the high bit set on all but the last byte of an id.
 * An article of 3.5 kB takes about 1 kB. Its term counts and its phrases are found in it.
 */
export type WordSequence = Uint8Array;

/** Separates title and body, so that no phrase spans both. */
export const SEQUENCE_BREAK = 0;

/** The most bytes of one id. */
export const MAX_ID_BYTES = 5;

export function encodeWords(ids: readonly number[]): WordSequence {
  const bytes = new Uint8Array(ids.length * MAX_ID_BYTES);
  const size = ids.reduce((at, id) => writeId(id, bytes, at), 0);
  return bytes.slice(0, size);
}

/** Writes an id at an index and returns the index after it. */
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

/** Calls `visit` with each id. */
export function decodeWords(
  bytes: Uint8Array,
  visit: (id: number) => void,
  from = 0,
  to = bytes.length,
): void {
  let id = 0;
  let shift = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    id |= (byte & 127) << shift;
    if (byte & 128) shift += 7;
    else {
      visit(id);
      id = 0;
      shift = 0;
    }
  }
}

/** The index after the title, the break and so many words of the body. */
export function endOfOpening(bytes: Uint8Array, bodyWords: number, from: number, to: number) {
  // No byte of another id is the break: an id's last byte is 0 only if all of it is.
  let at = bytes.indexOf(SEQUENCE_BREAK, from) + 1;
  for (let left = bodyWords; left > 0 && at < to; at++) if (!(bytes[at]! & 128)) left -= 1;
  return at;
}

/** Whether the words of `part` occur in a row between two indices of `bytes`. */
export function includesWords(
  bytes: Uint8Array,
  part: WordSequence,
  from = 0,
  to = bytes.length,
): boolean {
  // Node's search in a Buffer is several times faster than a loop over the bytes.
  const words = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
  for (let at = words.indexOf(part); at !== -1; at = words.indexOf(part, at + 1)) {
    // A match that follows a byte with its high bit set begins in the middle of an id.
    if (at === 0 || !(words[at - 1]! & 128)) return true;
  }
  return false;
}
