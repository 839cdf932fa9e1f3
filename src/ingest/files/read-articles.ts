import { createReadStream } from 'node:fs';
import { decodeDocument } from '../../article/decode-document.ts';
import { FEED_LIMITS } from '../../article/feed/feed-limits.ts';
import { parseDocument } from '../../article/parse-document.ts';
import type { ParsedItem } from '../../article/parsed-item.ts';
import { sniffFormat } from '../../article/sniff-format.ts';
import { loadLanguageDetector } from '../../text/detect-language.ts';
import { decode } from './decode.ts';
import { describeFileError, findFiles, type FoundFile } from './find-files.ts';
import { createPageReader, type PageReader } from '../../web/pages/page-reader.ts';
import { createBreather } from '../../slices.ts';
import { readPageFile } from './read-page-file.ts';
import { sniffBytes } from '../../article/sniff-bytes.ts';

/** The result of parsing, and its file. */
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
  const breathe = createBreather('importing');
  // Its thread starts with the first page, if there is one.
  const pages = createPageReader();
  try {
    for await (const found of findFiles(paths)) {
      for await (const item of readFound(found, options, pages)) {
        if (options.signal?.aborted) return;
        const pause = breathe();
        if (pause) await pause;
        yield { ...item, file: found.path };
      }
    }
  } finally {
    await pages.close();
  }
}

async function* readFound(
  found: FoundFile,
  options: ReadOptions,
  pages: PageReader,
): AsyncGenerator<ParsedItem> {
  if (found.kind === 'fault') {
    yield { kind: 'fault', line: 1, reason: found.reason };
    return;
  }
  const { path, modifiedAt } = found;
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  try {
    const { sniffed, format, chunks } = await openBytes(stream, path, options.onBytes);
    if (sniffed.kind === 'binary') {
      yield { kind: 'fault', line: 1, reason: `${sniffed.what}, not a text` };
      return;
    }
    const { source } = options;
    const about = { path, modifiedAt, ...(source !== undefined && { source }) };
    if (format === 'html') {
      const detector = await loadLanguageDetector();
      yield await readPageFile(chunks, { ...about, detector }, pages);
    } else {
      const isWhole = format === 'xml feed';
      yield* parseDocument(isWhole ? decodeWhole(chunks) : decode(chunks, sniffed.encoding), about);
    }
  } catch (error) {
    yield { kind: 'fault', line: 1, reason: describeFileError(error) };
  } finally {
    stream.destroy();
  }
}

/** Sniffs the first chunk and gives it back in front of the others. */
async function openBytes(
  stream: AsyncIterable<Buffer>,
  path: string,
  onBytes?: (bytes: number) => void,
) {
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
  return { sniffed, format: sniffMarkup(beginning, path), chunks: chunks() };
}

/** Pages and feeds say in their own markup how their bytes are to be read, and markup is ASCII. */
function sniffMarkup(beginning: Buffer, path: string): 'html' | 'xml feed' | 'other' {
  const text = beginning
    .toString('latin1')
    .replace(/^[ï»¿ÿþ]+|\0/gu, '')
    .trimStart();
  const format = sniffFormat(text, path);
  if (format === 'feed' && text.startsWith('<')) return 'xml feed';
  return format === 'html' ? 'html' : 'other';
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
