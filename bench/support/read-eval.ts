import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the public evaluation data: EVAL_DIR, else one next to the project. */
export const EVAL_FOLDER =
  process.env['EVAL_DIR'] ?? join(import.meta.dirname, '../../../shared/eval');

/** The message of a suite that cannot run without the data. */
export const NO_EVAL_DATA = 'There is no evaluation data. Set EVAL_DIR to its folder.';

/** The lines of a file of the evaluation data; undefined if there is no such file. */
export function readEvalLines(name: string): string[] | undefined {
  try {
    return readFileSync(join(EVAL_FOLDER, name), 'utf8').trimEnd().split('\n');
  } catch {
    return undefined;
  }
}

/** The same, each line parsed as JSON. */
export function readEvalRecords(name: string): unknown[] | undefined {
  return readEvalLines(name)?.map((line): unknown => JSON.parse(line));
}

/** The bytes of a file that an index names. It must exist if the index does. */
export function readEvalBytes(name: string): Buffer {
  return readFileSync(join(EVAL_FOLDER, name));
}
