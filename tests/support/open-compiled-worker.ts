import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker, type ResourceLimits } from 'node:worker_threads';

const ROOT = join(import.meta.dirname, '../..');

/** Replaces `openWorker` in tests. Runs the bundled copy of a module, which loads in a fraction of the time. */
export function openWorker(module: URL, resourceLimits: ResourceLimits): Worker {
  const compiled = process.env['COMPILED_FOLDER'];
  if (compiled === undefined) throw new Error('compile-children.ts has not been run.');
  const path = join(compiled, 'bundled', `${relative(ROOT, fileURLToPath(module))}.js`);
  return new Worker(path, { execArgv: [], resourceLimits });
}
