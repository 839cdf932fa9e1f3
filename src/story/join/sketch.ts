/**
 * The smallest hashes of a text's sequences of five words, ascending. Two texts that share sequences share
 * hashes, so that copies are recognised without their texts (bottom-k sketches; Broder 1997).
 */
export type Sketch = Uint32Array;

/** Words in a sequence. Reports of one event share shorter ones by chance. */
const SEQUENCE = 5;

/** Hashes that are kept: the share of a copied text is estimated to within some .06. */
const KEPT = 64;

/** Of so many, that many are different in nearly every text. */
const MOST_SORTED = 2 * KEPT;

/** Sketches a text, given by the hashes of its words. A text of fewer than five words has an empty sketch. */
export function sketchHashes(words: Int32Array): Sketch {
  const hashes = new Int32Array(Math.max(0, words.length - SEQUENCE + 1));
  // A word of all sequences after the other, since a sequence alone would wait for its hash each time.
  for (let at = 0; at < SEQUENCE; at++)
    for (let from = 0; from < hashes.length; from++)
      hashes[from] = mix(Math.imul(hashes[from]!, 31) ^ words[from + at]!);
  const sequences = new Uint32Array(hashes.buffer);
  // Few of them are kept, so few are sorted; all if too many of those are the same.
  const most = (0x1_0000_0000 * MOST_SORTED) / sequences.length;
  const low = new Uint32Array(sequences.length);
  let count = 0;
  for (let from = 0; from < sequences.length; from++) {
    low[count] = sequences[from]!;
    count += Number(sequences[from]! < most);
  }
  const lowest = smallest(low.subarray(0, count));
  return lowest.length === KEPT ? lowest : smallest(sequences);
}

/** Sorts some hashes, and returns the smallest of them, each once. */
function smallest(hashes: Uint32Array): Uint32Array {
  hashes.sort();
  let size = 0;
  for (let at = 0; at < hashes.length && size < KEPT; at++) {
    if (at === 0 || hashes[at] !== hashes[at - 1]) hashes[size++] = hashes[at]!;
  }
  return hashes.slice(0, size);
}

/**
 * Estimates how much of the shorter of two texts is in the other: 0 to 1. Below the lower of the two last
 * kept hashes both sketches are complete, so only that range is compared.
 */
export function sharedShare(a: Sketch, b: Sketch): number {
  const end = Math.min(endOf(a), endOf(b));
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length && a[i]! <= end && b[j]! <= end) {
    if (a[i] === b[j]) {
      shared += 1;
      i += 1;
      j += 1;
    } else if (a[i]! < b[j]!) i += 1;
    else j += 1;
  }
  const sizeA = countUpTo(a, end);
  const sizeB = countUpTo(b, end);
  const smaller = Math.min(sizeA, sizeB);
  return smaller === 0 ? 0 : shared / smaller;
}

/** Whether a text says something that another one does not, as far as their sketches show: a text that grew does. */
export function saysMore(a: Sketch, b: Sketch): boolean {
  const end = Math.min(endOf(a), endOf(b));
  const others = new Set(b);
  return a.some((hash) => hash <= end && !others.has(hash));
}

/** The highest hash up to which a sketch is complete: that of a short text has all of its hashes. */
function endOf(sketch: Sketch): number {
  return sketch.length < KEPT ? 0xffff_ffff : sketch[KEPT - 1]!;
}

function countUpTo(sketch: Sketch, end: number): number {
  let count = sketch.length;
  while (count > 0 && sketch[count - 1]! > end) count -= 1;
  return count;
}

/** The hash of a word of a sequence: FNV-1a over code units. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash;
}

function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return Math.imul(once ^ (once >>> 12), 0x297a2d39);
}
