/**
 * An article's words as ids in LEB128: seven bits a byte, the high bit set on all but a number's
 * last byte. A 3.5 kB article takes about 1 kB, gives its term counts again and answers phrases.
 */
export type WordSequence = Buffer;

/** Stands between title and body, so that no phrase spans them. */
export const SEQUENCE_BREAK = 0;

export function encodeWords(ids: readonly number[]): WordSequence {
  const bytes = Buffer.allocUnsafeSlow(countBytes(ids));
  let at = 0;
  for (let id of ids) {
    while (id > 127) {
      bytes[at++] = (id & 127) | 128;
      id >>>= 7;
    }
    bytes[at++] = id;
  }
  return bytes;
}

/** Calls back with each id and its place. */
export function decodeWords(
  sequence: WordSequence,
  visit: (id: number, position: number) => void,
): void {
  let id = 0;
  let shift = 0;
  let position = 0;
  for (let at = 0; at < sequence.length; at++) {
    const byte = sequence[at]!;
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

function countBytes(ids: readonly number[]): number {
  let bytes = ids.length;
  for (let id of ids) for (; id > 127; id >>>= 7) bytes += 1;
  return bytes;
}

/** Whether the encoded words of `part` stand in `sequence` one after the other. */
export function includesWords(sequence: WordSequence, part: WordSequence): boolean {
  for (let at = sequence.indexOf(part); at !== -1; at = sequence.indexOf(part, at + 1)) {
    // A hit in the middle of a number follows a byte that says "more to come".
    if (at === 0 || !(sequence[at - 1]! & 128)) return true;
  }
  return false;
}
