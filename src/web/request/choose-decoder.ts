import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** How a body is decompressed: by a decoder, not at all, or in a way that nobody knows. */
export type Decoding = Transform | 'plain' | 'unknown';

/**
 * Chooses how to decompress a body. Its first bytes count more than the header, which servers and the caches in
 * between often get wrong: compressed files without a header, headers of what was decompressed on the way, and
 * characters sets or "none" where a coding belongs.
 */
export function chooseDecoder(header: string, first: Uint8Array): Decoding {
  const codings = header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !NO_CODING.test(name));
  // Only attacks stack several.
  if (codings.length > 1) return 'unknown';
  if (first[0] === 0x1f && first[1] === 0x8b) return createGunzip();
  const [coding] = codings;
  if (coding === undefined || isMarkup(first)) return 'plain';
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip();
  if (coding === 'br') return createBrotliDecompress();
  if (coding !== 'deflate') return 'unknown';
  // Some servers send deflate without the zlib header that belongs to it.
  return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

/** Values of the header that are not codings. */
const NO_CODING =
  /^(?:identity|none|null|off|default|text|plain|binary|[78]-?bit|chunked|aws-chunked|utf-?8|utf-?16|us-ascii|ascii|iso-8859-\d{1,2}|windows-\d{3,4})$/u;

const LOOKED_AT = 64;

/** Whether bytes are markup or JSON: that begins with a bracket and has no control characters, which compressed data has. */
function isMarkup(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1').replace(/^ï»¿/u, '');
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /^\s*[<{[]/u.test(text) && !/[\u0000-\u0008\u000E-\u001F]/u.test(text);
}
