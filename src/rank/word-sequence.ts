/**
 * An article's words as ids in LEB128: seven bits a byte, the high bit set on all but a number's
 * last byte. A 3.5 kB article takes about 1 kB, gives its term counts again and answers phrases.
 */
export type WordSequence = Uint8Array;

/** Stands between title and body, so that no phrase spans them. */
export const SEQUENCE_BREAK = 0;

export function encodeWords(ids: ArrayLike<number>, count = ids.length): WordSequence {
  const bytes = new Uint8Array(countBytes(ids, count));
  writeWords(ids, count, bytes, 0);
  return bytes;
}

/** Writes the first ids where there is room for `countBytes` of them. */
export function writeWords(
  ids: ArrayLike<number>,
  count: number,
  bytes: Uint8Array,
  from: number,
): void {
  let at = from;
  for (let i = 0; i < count; i++) {
    let id = ids[i]!;
    while (id > 127) {
      bytes[at++] = (id & 127) | 128;
      id >>>= 7;
    }
    bytes[at++] = id;
  }
}

/** Bytes that the first ids take. */
export function countBytes(ids: ArrayLike<number>, count: number): number {
  let bytes = count;
  for (let i = 0; i < count; i++) for (let id = ids[i]!; id > 127; id >>>= 7) bytes += 1;
  return bytes;
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
  const first = part[0]!;
  for (let at = from; at <= to - part.length; at++) {
    // A hit in the middle of a number follows a byte that says "more to come".
    if (bytes[at] !== first || (at > from && bytes[at - 1]! & 128)) continue;
    let same = 1;
    while (same < part.length && bytes[at + same] === part[same]) same += 1;
    if (same === part.length) return true;
  }
  return false;
}
