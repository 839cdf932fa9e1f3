import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { bundleChildren } from './bundle-children.ts';
import { putInPlace } from './put-in-place.ts';

const ROOT = join(import.meta.dirname, '../..');
const PACKAGE = join(ROOT, 'packages/local-discord');

/** Contains a folder for each run, so that runs at the same time do not disturb each other. */
const FOLDERS = join(ROOT, '.test-build');

/** The age, in ms, at which a folder must have been left by a run that was killed. */
const FORGOTTEN_MS = 24 * 3_600_000;

/**
 * Compiles the code that tests run in other processes and threads, once for all tests. `nodeArguments` and
 * `open-compiled-worker.ts` find the result by the variable COMPILED_FOLDER.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  // Another project of this run has done it.
  if (process.env['COMPILED_FOLDER'] !== undefined) return undefined;
  await mkdir(FOLDERS, { recursive: true });
  await removeForgotten();
  const folder = await mkdtemp(join(FOLDERS, 'run-'));
  await compile(folder);
  project.onTestsRerun(() => compile(folder));
  process.env['COMPILED_FOLDER'] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

async function compile(folder: string): Promise<void> {
  await Promise.all([
    // The compiled bot imports it by its name, so it is there before anything is bundled.
    compilePackage(),
    runCompiler(join(ROOT, 'tests/tsconfig.children.json'), '--outDir', folder),
  ]);
  await bundleChildren(folder);
}

/** All runs share the package's `dist`, so no file in it may ever be half written. */
async function compilePackage(): Promise<void> {
  const folder = await mkdtemp(join(FOLDERS, 'package-'));
  const options = ['--outDir', folder, '--sourceMap', 'false'];
  await runCompiler(join(PACKAGE, 'tsconfig.build.json'), ...options);
  await putInPlace(folder, join(PACKAGE, 'dist'));
  await rm(folder, { recursive: true, force: true });
}

/** Checks no types: that takes most of the time, and `npm run types` does it. */
async function runCompiler(config: string, ...options: readonly string[]): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  const compiler = join(dirname(resolve('typescript/package.json')), 'bin/tsc');
  await promisify(execFile)(process.execPath, [compiler, '-p', config, '--noCheck', ...options]);
}

/** Other runs may remove folders at the same time, this run's candidates included. */
async function removeForgotten(): Promise<void> {
  for (const name of await readdir(FOLDERS)) {
    const path = join(FOLDERS, name);
    const { mtimeMs = Infinity } = (await stat(path).catch(() => undefined)) ?? {};
    if (Date.now() - mtimeMs > FORGOTTEN_MS) await rm(path, { recursive: true, force: true });
  }
}
