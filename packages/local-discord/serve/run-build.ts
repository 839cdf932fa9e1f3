import { buildPage } from '../build-page.ts';
import { fingerprintSources } from './fingerprint.ts';
import { makePage } from './make-page.ts';
import { PAGE_FOLDER, PAGE_MAKERS, PAGE_SOURCES } from './page-places.ts';

// A process of its own: a builder takes memory that a bot need not keep, and sets NODE_ENV.
const mark = await fingerprintSources(PAGE_SOURCES, PAGE_MAKERS);
if (mark === undefined) throw new Error(`There are no sources of the page at ${PAGE_SOURCES}.`);
await makePage(PAGE_FOLDER, mark, buildPage);
