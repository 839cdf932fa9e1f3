import { decodeUtf8Lines } from '../../text/decode-utf8.ts';
import type { Sniffed } from '../../article/sniff-bytes.ts';

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
    const text = decodeUtf8Lines(bytes);
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
