import { decodeWindows1252 } from '../text/windows-1252.ts';

/** Bytes in which a page's own word on its encoding is looked for. */
const HEAD_BYTES = 4096;

/**
 * The text of a page's bytes: by its byte order mark, else as UTF-8 where it is that, else by the
 * server's word, the page's own, or Windows-1252, which everything else on the web calls itself.
 * It never throws.
 */
export function decodePage(bytes: Uint8Array, contentType = ''): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  // Text beyond ASCII is UTF-8 by accident so rarely that what is said of it need not be asked.
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined && (utf8.length !== bytes.length || !utf8.includes('\u001B'))) return utf8;
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const names = [CHARSET.exec(contentType)?.[1], CHARSET.exec(head)?.[1]];
  const known = names.map(knownEncoding).filter((name) => name !== undefined);
  for (const name of known) {
    if (name === 'windows-1252') continue;
    const text = decodeStrictly(bytes, name);
    if (text !== undefined) return text;
  }
  // Cut or damaged UTF-8 keeps the signs that are whole.
  if (known[0] === 'utf-8') return new TextDecoder().decode(bytes);
  return utf8 ?? decodeWindows1252(bytes);
}

const CHARSET = /charset\s*=\s*["']?\s*([\w.:-]+)/iu;

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The name under which Node knows an encoding, or undefined for one that it does not. */
function knownEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
