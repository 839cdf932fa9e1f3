import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { FetchFault } from './fetch-failure.ts';

/** The encoding of a body and the limits of reading it. */
export interface BodyOptions {
  /** The content-encoding header. */
  readonly encoding?: string;
  /** The most bytes to read from the wire. */
  readonly maxWireBytes: number;
  /** The most bytes to return, after decompression. */
  readonly maxBytes: number;
  /** Whether a larger body is cut off there instead of refused. */
  readonly cutsOff?: boolean;
}

/**
 * Reads a body to its end and decompresses it. Both sizes are counted while it streams, so that a
 * decompression bomb costs no more than the limits. Decompression runs off the event loop. The stream
 * is always destroyed. Throws a FetchFault, or what the streams throw.
 */
export async function readBody(body: Readable, options: BodyOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  body.on('error', ignore);
  try {
    for await (const chunk of await decompress(body, options)) {
      const room = options.maxBytes - bytes;
      if (chunk.length > room && !options.cutsOff) throw tooLarge(options.maxBytes);
      chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
      bytes += Math.min(chunk.length, room);
      if (chunk.length > room) break;
    }
  } finally {
    body.destroy();
  }
  return Buffer.concat(chunks, bytes);
}

/** Supports one encoding, as servers use it; only attacks stack several. */
async function decompress(
  body: Readable,
  { encoding = '', maxWireBytes }: BodyOptions,
): Promise<AsyncIterable<Uint8Array>> {
  const name = encoding.trim().toLowerCase();
  const wire = countWire(body, maxWireBytes);
  if (name === '' || name === 'identity') return wire;
  const first = await wire.next();
  if (first.done) return wire;
  const decoder = createDecoder(name, first.value);
  if (decoder === undefined) throw new FetchFault('bad-encoding');
  // An error also ends the decoder, so that whoever reads its output gets the error.
  return pipeline(Readable.from(resume(first.value, wire)), decoder, ignore);
}

async function* countWire(body: Readable, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

async function* resume(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

function createDecoder(name: string, first: Uint8Array): Transform | undefined {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'br') return createBrotliDecompress();
  if (name !== 'deflate') return undefined;
  // Some servers send deflate without the zlib header that belongs to it.
  return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

function tooLarge(limitBytes: number): FetchFault {
  return new FetchFault('too-large', { limitBytes });
}

function ignore(): void {}
