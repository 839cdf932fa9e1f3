import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPage } from '../build-page.ts';
import { fingerprintSources } from './fingerprint.ts';
import { makePage } from './make-page.ts';
import { PAGE_MAKERS, PAGE_SOURCES, PAGES_FOLDER } from './page-places.ts';

// A process of its own: a builder takes memory that a bot need not keep, and sets NODE_ENV.
// With `--only` no other page is left: an archive is to hold one.
const fingerprint = await fingerprintSources(PAGE_SOURCES, PAGE_MAKERS);
if (fingerprint === undefined)
  throw new Error(`There are no sources of the page at ${PAGE_SOURCES}.`);
const made = await makePage(PAGES_FOLDER, fingerprint, buildPage);
if (process.argv.includes('--only')) {
  const paths = (await readdir(PAGES_FOLDER)).map((name) => join(PAGES_FOLDER, name));
  await Promise.all(
    paths.filter((path) => path !== made).map((path) => rm(path, { recursive: true, force: true })),
  );
}
