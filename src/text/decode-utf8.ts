import { decodeWindows1252 } from './windows-1252.ts';

const LINE_FEED = 0x0a;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Bytes as UTF-8 where they are that, else line by line: a line with more whole UTF-8 signs than
 * broken ones is damaged UTF-8, any other is Windows-1252. Documents put together from several sites
 * hold both.
 */
export function decodeUtf8Lines(bytes: Uint8Array): string {
  const whole = decodeStrictUtf8(bytes);
  if (whole !== undefined) return whole;
  let text = '';
  for (let from = 0; from < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, from);
    const to = feed === -1 ? bytes.length : feed + 1;
    text += decodeLine(bytes.subarray(from, to));
    from = to;
  }
  return text;
}

/** Bytes as UTF-8, or undefined where they are none. */
export function decodeStrictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeLine(line: Uint8Array): string {
  const text = decodeStrictUtf8(line);
  if (text !== undefined) return text;
  const repaired = lenient.decode(line);
  const broken = repaired.match(/\uFFFD/gu)?.length ?? 0;
  const whole = repaired.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return whole > broken ? repaired : decodeWindows1252(line);
}
