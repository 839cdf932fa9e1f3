import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The package's folder; this file is run from `src` and, once compiled, from `dist/src`. */
export const ROOT = findRoot(import.meta.dirname);

/** Where the page's sources stand; a package that was installed has none. */
export const PAGE_SOURCES = join(ROOT, 'packages/local-discord/page');

/** What else has a part in the built page: who builds it, of which packages. */
export const PAGE_MAKERS = [
  'packages/local-discord/build-page.ts',
  'packages/local-discord/view/view.ts',
  'package-lock.json',
].map((path) => join(ROOT, path));

/** Built pages lie here, each in a folder of its own. */
export const PAGES_FOLDER = join(ROOT, 'dist/page');

function findRoot(folder: string): string {
  const parent = dirname(folder);
  return existsSync(join(folder, 'package.json')) || parent === folder ? folder : findRoot(parent);
}
