import { openPage } from '../serve/open-page.ts';
import { unpackBrowser } from './open-browser.ts';

/** Builds the page and unpacks the browser before all tests: files that run at once would each do it. */
export async function setup(): Promise<void> {
  await Promise.all([openPage(), unpackBrowser()]);
}
