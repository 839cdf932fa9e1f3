import { decodeStrictUtf8, decodeUtf8Lines, isMostlyUtf8 } from '../text/decode-utf8.ts';
import { decodeWindows1252, replaceHighControls } from '../text/windows-1252.ts';
import { guessEncoding } from './guess-encoding.ts';
import { findDeclaredEncoding, sniffWideEncoding, type WideEncoding } from './sniff-encoding.ts';

/** A document's text, and the encoding in which it was read. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Decodes a feed or page by its byte order mark, else by the server's declaration, else by the
 * document's, else as UTF-8. A declaration that the bytes contradict doesn't count: bytes that are
 * valid UTF-8 beyond ASCII are UTF-8 whatever is declared. If no declaration fits, the encoding is
 * guessed. Never throws.
 */
export function decodeDocument(bytes: Uint8Array, contentType?: string): DecodedText {
  const { text, encoding } = decode(bytes, contentType);
  return { text: replaceHighControls(text), encoding };
}

function decode(bytes: Uint8Array, contentType: string | undefined): DecodedText {
  const wide = sniffWideEncoding(bytes);
  if (wide) return { text: decodeWide(bytes, wide), encoding: wide };
  const utf8 = decodeStrictUtf8(bytes);
  const isAscii = utf8 !== undefined && utf8.length === bytes.length;
  if (utf8 !== undefined && !isAscii) return { text: withoutMark(utf8), encoding: 'utf-8' };
  const declared = findDeclaredEncodings(bytes, contentType);
  for (const encoding of declared) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== undefined) return { text, encoding };
  }
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  return repair(bytes, declared);
}

/**
 * Damaged text: stays UTF-8 if it is declared as UTF-8 and mostly is, else its encoding is guessed.
 */
function repair(bytes: Uint8Array, declared: readonly string[]): DecodedText {
  const isDamaged = declared.includes('utf-8') && isMostlyUtf8(bytes);
  if (startsWithMark(bytes) || isDamaged) return asUtf8(bytes);
  const foreign = declared.find((encoding) => encoding !== 'utf-8');
  if (foreign !== undefined) {
    return { text: new TextDecoder(foreign).decode(bytes), encoding: foreign };
  }
  const guessed = guessEncoding(bytes);
  if (guessed === undefined) return asUtf8(bytes);
  return { text: new TextDecoder(guessed).decode(bytes), encoding: guessed };
}

function asUtf8(bytes: Uint8Array): DecodedText {
  return { text: withoutMark(decodeUtf8Lines(bytes)), encoding: 'utf-8' };
}

/**
 * The declared encodings of server and document, the more credible first. Servers add Latin-1 to
 * everything they send, so a document that names another encoding knows better.
 */
function findDeclaredEncodings(bytes: Uint8Array, contentType = ''): string[] {
  const charset = /charset\s*=\s*(?:["']\s*)?([\w.:-]+)/iu.exec(contentType)?.[1];
  const fromServer = knownEncoding(charset);
  const fromDocument = knownEncoding(findDeclaredEncoding(bytes));
  const order =
    fromServer === 'windows-1252' ? [fromDocument, fromServer] : [fromServer, fromDocument];
  return [...new Set(order.filter((name) => name !== undefined))];
}

/** Node's name for an encoding. Undefined if Node doesn't support it. */
function knownEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    // If the declaration is readable as single bytes, the document isn't UTF-16.
    return encoding.startsWith('utf-16') ? undefined : encoding;
  } catch {
    return undefined;
  }
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  // Any byte sequence is Windows-1252, and Node decodes some of its characters wrongly.
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeWide(bytes: Uint8Array, encoding: WideEncoding): string {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return withoutMark(new TextDecoder(encoding).decode(bytes));
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, encoding === 'utf-32le');
    parts.push(code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD');
  }
  return withoutMark(parts.join(''));
}

function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
