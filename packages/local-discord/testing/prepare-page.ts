import { openPage } from '../serve/open-page.ts';
import { unpackBrowser } from './open-browser.ts';

/** Builds the page and unpacks the browser once before all tests. Otherwise each parallel test file would do it. */
export async function setup(): Promise<void> {
  await Promise.all([openPage(), unpackBrowser()]);
}
