import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import type { Page } from 'playwright-core';
import { encodeIndexedPng } from '../../src/discord/pictures/indexed-png.ts';

const FOLDER = join(import.meta.dirname, '../../docs/pictures');

/** Larger pictures would make the README slow to open. */
const MOST_BYTES = 200_000;

/** Writes a screenshot of the page as a PNG of at most 256 colours, for the documents. */
export async function writePicture(page: Page, name: string): Promise<void> {
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  // A PNG begins with its signature and the header chunk: 8 bytes each until width and height.
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const href = `data:image/png;base64,${png.toString('base64')}`;
  // resvg decodes the PNG.
  const image = await renderAsync(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`,
  );
  const written = await encodeIndexedPng(image);
  await writeFile(join(FOLDER, `${name}.png`), written);
  const isTooLarge = written.length > MOST_BYTES;
  console.log(`${name}.png`.padEnd(24), `${(written.length / 1000).toFixed(0)} kB`);
  if (isTooLarge) throw new Error(`${name}.png has more than ${MOST_BYTES} bytes.`);
}
