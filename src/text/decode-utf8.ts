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

function isMostlyWhole(line: string): boolean {
  const broken = line.match(/\uFFFD/gu)?.length ?? 0;
  const whole = line.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return whole > broken;
}
