import type { Steps } from '../../slices.ts';
import type { Texts } from './saved-tree.ts';

/** Stands for a text that is undefined. */
const NONE = 0xffff_ffff;

/** Texts between two pauses: less than a millisecond. */
const TEXTS_A_PAUSE = 500;

/** Characters that take two bytes. The others are those of Latin-1, as V8 stores them. */
const WIDE = /[^\0-\u00ff]/;

/**
 * Encodes texts: their number; for each twice its length, plus 1 if it is wide; then their characters, one byte
 * each, or two in a wide text. UTF-8 could not give back half of a surrogate pair. Pauses often.
 */
export function* encodeTexts(texts: Texts): Steps<Uint8Array> {
  const heads = new Uint32Array(1 + texts.length);
  heads[0] = texts.length;
  let size = heads.byteLength;
  for (const [at, text] of texts.entries()) {
    if (at % TEXTS_A_PAUSE === 0) yield;
    const isWide = text !== undefined && WIDE.test(text);
    heads[at + 1] = text === undefined ? NONE : text.length * 2 + Number(isWide);
    size += (text?.length ?? 0) * (isWide ? 2 : 1);
  }
  const bytes = Buffer.allocUnsafeSlow(size);
  bytes.set(new Uint8Array(heads.buffer));
  let end = heads.byteLength;
  for (const [at, text] of texts.entries()) {
    if (at % TEXTS_A_PAUSE === 0) yield;
    if (text !== undefined)
      end += bytes.write(text, end, heads[at + 1]! % 2 ? 'utf16le' : 'latin1');
  }
  return bytes;
}

/** Decodes what `encodeTexts` has encoded. Throws a RangeError if the bytes are something else. Pauses often. */
export function* decodeTexts(encoded: Uint8Array): Steps<Texts> {
  const bytes = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  const heads = new Uint32Array(encoded.buffer, encoded.byteOffset, 1 + bytes.readUInt32LE(0));
  const texts: Texts = [];
  let end = heads.byteLength;
  for (let at = 1; at < heads.length; at++) {
    if (at % TEXTS_A_PAUSE === 0) yield;
    const head = heads[at]!;
    if (head === NONE) {
      texts.push(undefined);
      continue;
    }
    const start = end;
    const isWide = head % 2 === 1;
    end += (head >>> 1) * (isWide ? 2 : 1);
    texts.push(bytes.toString(isWide ? 'utf16le' : 'latin1', start, end));
  }
  if (end !== bytes.length) throw new RangeError('The texts have another length');
  return texts;
}
