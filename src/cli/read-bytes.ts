import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { UserError } from '../errors.ts';
import type { CliIo } from '../io.ts';

/**
 * Reads the bytes of a file, or of standard input for `-`. Throws a UserError if it can't be read.
 */
export async function readBytes(path: string, io: CliIo): Promise<Uint8Array> {
  if (path === '-') return buffer(io.stdin);
  try {
    return await readFile(path);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new UserError('bad-input', `${path} cannot be read (${reason}).`, { cause });
  }
}
