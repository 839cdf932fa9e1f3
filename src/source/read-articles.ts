import { createReadStream } from 'node:fs';
import { decodeDocument } from '../article/decode-document.ts';
import { FEED_LIMITS } from '../article/feed-limits.ts';
import { parseDocument } from '../article/parse-document.ts';
import type { ParsedItem } from '../article/parsed-item.ts';
import { decode } from './decode.ts';
import { describeFileError, findFiles, type FoundFile } from './find-files.ts';
import { sniffBytes } from './sniff-bytes.ts';

/** What parsing gave, and of which file. */
export type FileItem = ParsedItem & { readonly file: string };

/** How files are read. */
export interface ReadOptions {
  /** The publisher's name for all articles; by default what they or their files say. */
  readonly source?: string;
  /** Called with the size of each piece that has been read, in bytes. */
  readonly onBytes?: (bytes: number) => void;
  /** Ends reading before the next item. */
  readonly signal?: AbortSignal;
}

/** The event loop gets a turn after this much work. */
const SLICE_MS = 8;
const CHUNK_BYTES = 64 * 1024;
/** Bytes that are looked at to tell text from other data. */
const SNIFF_BYTES = 8192;

/**
 * Reads all articles of files and folders, one after the other, with what was dropped and what was
 * wrong. A file that cannot be read is one fault, and the others go on. Memory stays bounded by one
 * article, and the event loop is not held while 20,000 of them are read.
 */
export async function* readArticles(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<FileItem> {
  let sliceEnd = performance.now() + SLICE_MS;
  for await (const found of findFiles(paths)) {
    for await (const item of readFound(found, options)) {
      if (options.signal?.aborted) return;
      if (performance.now() > sliceEnd) {
        await new Promise(setImmediate);
        sliceEnd = performance.now() + SLICE_MS;
      }
      yield { ...item, file: found.path };
    }
  }
}

async function* readFound(found: FoundFile, options: ReadOptions): AsyncGenerator<ParsedItem> {
  if (found.kind === 'fault') {
    yield { kind: 'fault', line: 1, reason: found.reason };
    return;
  }
  const { path, modifiedAt } = found;
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  try {
    const { sniffed, isMarkup, chunks } = await openBytes(stream, options.onBytes);
    if (sniffed.kind === 'binary') {
      yield { kind: 'fault', line: 1, reason: `${sniffed.what}, not a text` };
      return;
    }
    const { source } = options;
    const about = { path, modifiedAt, ...(source !== undefined && { source }) };
    const text = isMarkup ? decodeWhole(chunks) : decode(chunks, sniffed.encoding);
    yield* parseDocument(text, about);
  } catch (error) {
    yield { kind: 'fault', line: 1, reason: describeFileError(error) };
  } finally {
    stream.destroy();
  }
}

/** Sniffs the first chunk and gives it back in front of the others. */
async function openBytes(stream: AsyncIterable<Buffer>, onBytes?: (bytes: number) => void) {
  const iterator = stream[Symbol.asyncIterator]();
  const first = await iterator.next();
  const beginning: Buffer = first.done ? Buffer.alloc(0) : first.value;
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let next = first; !next.done; next = await iterator.next()) {
      onBytes?.(next.value.length);
      yield next.value;
    }
  }
  const sniffed = sniffBytes(beginning.subarray(0, SNIFF_BYTES));
  return { sniffed, isMarkup: isXml(beginning), chunks: chunks() };
}

/** Feeds declare their encoding; what a document of plain UTF-8 is like is known without reading it whole. */
function isXml(beginning: Uint8Array): boolean {
  const text = Buffer.from(beginning.subarray(0, SNIFF_BYTES)).toString('latin1');
  return /^[\0\sï»¿ÿþ]*<\0*(?:[?!]|rss|feed|rdf|channel)/iu.test(text);
}

/** A document as one text, in the encoding that it declares or shows; one that is too large for a feed is left cut. */
async function* decodeWhole(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > FEED_LIMITS.maxBytes) break;
  }
  yield decodeDocument(Buffer.concat(parts)).text;
}
