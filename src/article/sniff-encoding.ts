/** Encodings with two or four bytes per character, which can be told by their bytes alone. */
export type WideEncoding = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** How many bytes are searched for the document's own declaration. */
const DECLARATION_BYTES = 1024;

/**
 * Detects an encoding with two or four bytes per character: by its byte order mark, or by how its
 * first character, "<" or "{", is written. Undefined for all others.
 */
export function sniffWideEncoding(bytes: Uint8Array): WideEncoding | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0 && isOpening(d)) return 'utf-32be';
  if (isOpening(a) && b === 0) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  return a === 0 && isOpening(b) ? 'utf-16be' : undefined;
}

/**
 * Finds the encoding that a document declares in its XML declaration or, for a page, in a meta
 * element.
 */
export function findDeclaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
  return (
    /<\?xml\b[^<>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)/iu.exec(head)?.[1] ??
    /<meta\b[^<>]*?\bcharset\s*=\s*(?:["']\s*)?([\w.:-]+)/iu.exec(head)?.[1]
  );
}

function isOpening(byte: number | undefined): boolean {
  return byte === 0x3c || byte === 0x7b;
}
