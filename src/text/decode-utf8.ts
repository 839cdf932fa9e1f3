import { isUtf8 } from 'node:buffer';
import { decodeWindows1252 } from './windows-1252.ts';

const LINE_FEED = 0x0a;
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Lines that are judged one by one; where more are broken, all are judged together. */
const MAX_BROKEN_LINES = 10_000;

/**
 * Bytes as UTF-8 where they are that, else line by line: a line with more whole UTF-8 signs than
 * broken ones is damaged UTF-8, any other is Windows-1252. Documents put together from several sites
 * hold both.
 */
export function decodeUtf8Lines(bytes: Uint8Array): string {
  const text = lenient.decode(bytes);
  if (!text.includes('\uFFFD')) return text;
  const lines = text.split('\n');
  const brokenCount = lines.filter((line) => line.includes('\uFFFD')).length;
  if (brokenCount > MAX_BROKEN_LINES) return isMostlyWhole(text) ? text : decodeWindows1252(bytes);
  let from = 0;
  return lines
    .map((line) => {
      const feed = bytes.indexOf(LINE_FEED, from);
      const to = feed === -1 ? bytes.length : feed;
      const part = bytes.subarray(from, to);
      from = to + 1;
      // The sign that stands for broken ones may stand in a text itself.
      const isSound = !line.includes('\uFFFD') || isUtf8(part) || isMostlyWhole(line);
      return isSound ? line : decodeWindows1252(part);
    })
    .join('\n');
}

/** Bytes as UTF-8, or undefined where they are none. */
export function decodeStrictUtf8(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? lenient.decode(bytes) : undefined;
}

/** Tells whether bytes have more whole UTF-8 signs beyond ASCII than broken ones. */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  return isMostlyWhole(lenient.decode(bytes));
}

/** Counted by hand: a text may consist of nothing but broken signs. */
function isMostlyWhole(text: string): boolean {
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xff_fd) broken += 1;
    // Of a sign that takes two units only the first counts.
    else if (code > 0x7f && (code < 0xdc_00 || code > 0xdf_ff)) whole += 1;
  }
  return whole > broken;
}
