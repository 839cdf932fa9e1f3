/**
 * Bytes as Windows-1252, which every byte sequence is. By hand: some Node releases read the signs
 * from 0x80 to 0x9F (curly quotes, dashes) as control characters.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  // oxlint-disable-next-line no-control-regex -- these are the code points that differ from Latin-1
  return latin1.replace(/[\u0080-\u009F]/gu, (sign) => SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** 0x80–0x9F; the five that the code page leaves free stay as they are. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'.split('');
