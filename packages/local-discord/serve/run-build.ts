import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPage } from '../build-page.ts';
import { fingerprintSources } from './fingerprint.ts';
import { makePage } from './make-page.ts';
import { PAGE_INPUTS, PAGE_SOURCES, PAGES_FOLDER } from './page-places.ts';

// This runs in a process of its own, because a build takes memory that a bot should not keep, and sets NODE_ENV.
// `--only` deletes all other pages, because the package's archive must contain only one.
const fingerprint = await fingerprintSources(PAGE_SOURCES, PAGE_INPUTS);
if (fingerprint === undefined) throw new Error(`The page has no sources at ${PAGE_SOURCES}.`);
const made = await makePage(PAGES_FOLDER, fingerprint, buildPage);
if (process.argv.includes('--only')) {
  const paths = (await readdir(PAGES_FOLDER)).map((name) => join(PAGES_FOLDER, name));
  await Promise.all(
    paths.filter((path) => path !== made).map((path) => rm(path, { recursive: true, force: true })),
  );
}
