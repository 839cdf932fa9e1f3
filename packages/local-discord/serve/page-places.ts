import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The package's folder. This file runs from the package's sources and, once compiled, from `dist`. */
export const ROOT = findAbove('package.json', import.meta.dirname) ?? import.meta.dirname;

/** The page's sources. An installed package does not contain them. */
export const PAGE_SOURCES = join(ROOT, 'page');

/** The other files that the built page depends on: its build script, the view, and the packages' versions. */
export const PAGE_INPUTS = [
  join(ROOT, 'build-page.ts'),
  join(ROOT, 'view/view.ts'),
  // In a workspace the lock file is in a parent folder.
  join(findAbove('package-lock.json', ROOT) ?? ROOT, 'package-lock.json'),
];

/** Contains a folder for each built page. */
export const PAGES_FOLDER = join(ROOT, 'dist/page');

/** Finds the nearest folder that contains a file, from `folder` upwards. */
function findAbove(file: string, folder: string): string | undefined {
  if (existsSync(join(folder, file))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findAbove(file, parent);
}
