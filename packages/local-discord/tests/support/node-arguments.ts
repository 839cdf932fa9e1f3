import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../..');

/**
 * Returns Node's arguments for running a TypeScript file in a process of its own. If COMPILED_FOLDER is set, the
 * test run has compiled such files into it. Otherwise tsx compiles them, which takes seconds for the whole bot.
 */
export function nodeArguments(file: string): string[] {
  const compiled = process.env['COMPILED_FOLDER'];
  return compiled === undefined
    ? ['--import', 'tsx', file]
    : [join(compiled, relative(ROOT, file).replace(/\.ts$/u, '.js'))];
}
