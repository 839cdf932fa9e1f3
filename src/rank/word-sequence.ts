/**
 * An article's words as ids in LEB128: seven bits a byte, the high bit set on all but a number's
 * last byte. A 3.5 kB article takes about 1 kB, gives its term counts again and answers phrases.
 */
export type WordSequence = Buffer;

/** Stands between title and body, so that no phrase spans them. */
export const SEQUENCE_BREAK = 0;

export function encodeWords(ids: readonly number[]): WordSequence {
  const bytes: number[] = [];
  for (let id of ids) {
    while (id > 127) {
      bytes.push((id & 127) | 128);
      id >>>= 7;
    }
    bytes.push(id);
  }
  return Buffer.from(bytes);
}

export function decodeWords(sequence: WordSequence): number[] {
  const ids: number[] = [];
  let id = 0;
  let shift = 0;
  for (const byte of sequence) {
    id |= (byte & 127) << shift;
    if (byte & 128) shift += 7;
    else {
      ids.push(id);
      id = 0;
      shift = 0;
    }
  }
  return ids;
}

/** Whether the encoded words of `part` stand in `sequence` one after the other. */
export function includesWords(sequence: WordSequence, part: WordSequence): boolean {
  for (let at = sequence.indexOf(part); at !== -1; at = sequence.indexOf(part, at + 1)) {
    // A hit in the middle of a number follows a byte that says "more to come".
    if (at === 0 || !(sequence[at - 1]! & 128)) return true;
  }
  return false;
}
