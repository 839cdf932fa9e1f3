import { isUtf8 } from 'node:buffer';
import { decodeWindows1252 } from './windows-1252.ts';

const LINE_FEED = 0x0a;
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Maximum number of broken lines that are judged one by one; with more, all are judged together.
 */
const MAX_BROKEN_LINES = 10_000;

/**
 * Decodes bytes as UTF-8 if they are valid, else line by line: a line with more valid than broken
 * UTF-8 sequences is damaged UTF-8, any other line is Windows-1252. Documents assembled from
 * several sites contain both.
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
      // A text may contain the replacement character itself.
      const isSound = !line.includes('\uFFFD') || isUtf8(part) || isMostlyWhole(line);
      return isSound ? line : decodeWindows1252(part);
    })
    .join('\n');
}

/** Decodes valid UTF-8, or returns undefined. */
export function decodeStrictUtf8(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? lenient.decode(bytes) : undefined;
}

/** Whether bytes contain more valid than broken UTF-8 sequences beyond ASCII. */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  return isMostlyWhole(lenient.decode(bytes));
}

/** Counts in a loop, because a text may consist of nothing but broken sequences. */
function isMostlyWhole(text: string): boolean {
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xff_fd) broken += 1;
    // Only the first half of a surrogate pair counts.
    else if (code > 0x7f && (code < 0xdc_00 || code > 0xdf_ff)) whole += 1;
  }
  return whole > broken;
}
