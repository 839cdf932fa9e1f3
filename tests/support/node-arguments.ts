import { join, relative } from 'node:path';
import { RUN_SOURCE } from './run-source.ts';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Node's arguments for running a TypeScript file in another process. A test run compiles and bundles these files once,
 * into COMPILED_FOLDER. Otherwise tsx compiles them, which takes seconds for the whole bot.
 */
export function nodeArguments(file: string): string[] {
  return findCompiled(file, 'bundled');
}

/** The same for the compiled file as it is published: each module in a file of its own, beside the packages. */
export function publishedArguments(file: string): string[] {
  return findCompiled(file, '');
}

function findCompiled(file: string, folder: string): string[] {
  const compiled = process.env['COMPILED_FOLDER'];
  return compiled === undefined
    ? [...RUN_SOURCE, file]
    : [join(compiled, folder, relative(ROOT, file).replace(/\.ts$/u, '.js'))];
}
