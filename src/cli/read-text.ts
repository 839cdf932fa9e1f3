import type { CliIo } from '../io.ts';
import { readBytes } from './read-bytes.ts';

/** Reads a whole text from a file, or from standard input for "-". */
export async function readText(path: string, io: CliIo): Promise<string> {
  return new TextDecoder().decode(await readBytes(path, io));
}
