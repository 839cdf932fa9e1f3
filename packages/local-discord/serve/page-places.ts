import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The package's folder. This file runs from the package's sources and, once compiled, from `dist`. */
export const ROOT = findAbove('package.json', import.meta.dirname) ?? import.meta.dirname;

/** The page's sources; an installed package comes without them. */
export const PAGE_SOURCES = join(ROOT, 'page');

/** What else has a part in the built page: the builder, the view, and the versions of the packages. */
export const PAGE_MAKERS = [
  join(ROOT, 'build-page.ts'),
  join(ROOT, 'view/view.ts'),
  // In a workspace the lock file lies above.
  join(findAbove('package-lock.json', ROOT) ?? ROOT, 'package-lock.json'),
];

/** Built pages lie here, each in a folder of its own. */
export const PAGES_FOLDER = join(ROOT, 'dist/page');

/** The nearest folder, from one upwards, that has a file. */
function findAbove(file: string, folder: string): string | undefined {
  if (existsSync(join(folder, file))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findAbove(file, parent);
}
