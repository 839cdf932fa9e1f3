import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import { UserError } from '../errors.ts';
import type { CliIo } from '../io.ts';

/** The largest file after decompression. */
const MAX_BYTES = 50_000_000;

const unzip = promisify(gunzip);

/**
 * Reads the bytes of a file, or of standard input for `-`; those of a gzip file decompressed. Throws a UserError if it
 * can't be read.
 */
export async function readBytes(path: string, io: CliIo): Promise<Uint8Array> {
  const bytes = path === '-' ? await buffer(io.stdin) : await readFileBytes(path);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await unzip(bytes, { maxOutputLength: MAX_BYTES });
  } catch (cause) {
    throw new UserError('bad-input', `${path} cannot be decompressed.`, { cause });
  }
}

async function readFileBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new UserError('bad-input', `${path} cannot be read (${reason}).`, { cause });
  }
}
