import { pipeline, Readable } from 'node:stream';
import { chooseDecoder } from './choose-decoder.ts';
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

async function decompress(
  body: Readable,
  { encoding = '', maxWireBytes }: BodyOptions,
): Promise<AsyncIterable<Uint8Array>> {
  const wire = countWire(body, maxWireBytes);
  const first = await wire.next();
  if (first.done) return wire;
  const all = resume(first.value, wire);
  const decoder = chooseDecoder(encoding, first.value);
  if (decoder === 'plain') return all;
  if (decoder === 'unknown') throw new FetchFault('bad-encoding');
  // An error also ends the decoder, so that the reader of its output gets the error.
  return pipeline(Readable.from(all), decoder, ignore);
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

function tooLarge(limitBytes: number): FetchFault {
  return new FetchFault('too-large', { limitBytes });
}

function ignore(): void {}
