import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the public evaluation data lies: EVAL_DIR, else beside the project. */
export const EVAL_FOLDER =
  process.env['EVAL_DIR'] ?? join(import.meta.dirname, '../../../shared/eval');

/** The lines of a file of the evaluation data; undefined where it is not at hand. */
export function readEvalLines(name: string): string[] | undefined {
  try {
    return readFileSync(join(EVAL_FOLDER, name), 'utf8').trimEnd().split('\n');
  } catch {
    return undefined;
  }
}

/** Its lines, each read as JSON. */
export function readEvalRecords(name: string): unknown[] | undefined {
  return readEvalLines(name)?.map((line): unknown => JSON.parse(line));
}

/** The bytes of a file that an index names; it must be there where the index is. */
export function readEvalBytes(name: string): Buffer {
  return readFileSync(join(EVAL_FOLDER, name));
}
