import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { UserError } from '../errors.ts';
import type { CliIo } from './io.ts';

/** A whole text from a file, or from standard input for "-". */
export async function readText(path: string, io: CliIo): Promise<string> {
  if (path === '-') return text(io.stdin);
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new UserError('bad-input', `${path} cannot be read (${reason}).`, { cause });
  }
}
