/**
 * Decodes bytes as Windows-1252, which any byte sequence is. Some Node releases decode 0x80–0x9F
 * (curly quotes, dashes) as control characters, so we don't use TextDecoder.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return replaceHighControls(latin1);
}

/**
 * Replaces control characters from 0x80 to 0x9F by what the author meant: the Windows-1252
 * characters.
 */
export function replaceHighControls(text: string): string {
  return text.replace(/[\u0080-\u009F]/gu, (sign) => SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Encodes a text as Windows-1252. Undefined if it contains other characters. */
export function encodeWindows1252(text: string): Uint8Array | undefined {
  const bytes = Array.from(text, (sign) => {
    const high = SIGNS.indexOf(sign);
    return high === -1 ? (sign.codePointAt(0) ?? 0) : high + 0x80;
  });
  return bytes.every((byte) => byte < 0x100) ? Uint8Array.from(bytes) : undefined;
}

/** 0x80–0x9F. The five codes that Windows-1252 leaves undefined stay as they are. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'.split('');
