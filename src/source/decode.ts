import type { Sniffed } from './sniff-bytes.ts';
import { decodeWindows1252 } from '../text/windows-1252.ts';

type Encoding = Extract<Sniffed, { kind: 'text' }>['encoding'];

/** Bytes that are held back at most while the end of a line is awaited. */
const MAX_HELD = 1 << 20;

/**
 * Decodes a stream of bytes. UTF-8 is checked line by line, and a line that is none is read as
 * Windows-1252: files put together from several sites hold both.
 */
export async function* decode(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  if (encoding !== 'utf-8') {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
    return;
  }
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let isFirst = true;
  const flush = (bytes: Uint8Array): string => {
    const text = decodeLines(bytes);
    const bare = isFirst ? text.replace(/^\uFEFF/u, '') : text;
    isFirst = false;
    return bare;
  };
  for await (const chunk of chunks) {
    const cut = Math.max(chunk.lastIndexOf(LINE_FEED), chunk.lastIndexOf(CARRIAGE_RETURN)) + 1;
    held.push(chunk.subarray(0, cut === 0 ? chunk.length : cut));
    heldBytes += cut === 0 ? chunk.length : cut;
    if (cut === 0 && heldBytes < MAX_HELD) continue;
    yield flush(Buffer.concat(held));
    held = cut === 0 ? [] : [chunk.subarray(cut)];
    heldBytes = cut === 0 ? 0 : chunk.length - cut;
  }
  if (heldBytes > 0) yield flush(Buffer.concat(held));
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

function decodeLines(bytes: Uint8Array): string {
  const whole = decodeStrict(bytes);
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

/** A line with more whole UTF-8 signs than broken ones is damaged UTF-8; any other is Windows-1252. */
function decodeLine(line: Uint8Array): string {
  const text = decodeStrict(line);
  if (text !== undefined) return text;
  const repaired = lenient.decode(line);
  const broken = repaired.match(/\uFFFD/gu)?.length ?? 0;
  const whole = repaired.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return whole > broken ? repaired : decodeWindows1252(line);
}

function decodeStrict(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
