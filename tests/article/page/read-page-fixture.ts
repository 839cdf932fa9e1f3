import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePage } from '../../../src/article/page/parse-page.ts';

/** The address of fixture pages. */
const PAGE_URL = 'https://meridian.example/world/2024/03/11/port-alder-bridge?utm_source=feed';

/** A fixture page's result, in the shape of its expected.json. */
export async function readPageFixture(folder: string): Promise<unknown> {
  const html = await readFile(join(folder, 'page.html'), 'utf8');
  // As in JSON: without the undefined fields.
  return JSON.parse(JSON.stringify(parsePage({ html, url: PAGE_URL })));
}
