import { createHash } from 'node:crypto';
import { renderPng } from '../../src/discord/pictures/render-png.ts';
import { PICTURE_SAMPLES } from './picture-samples.ts';

// A process that prints the hash of each sample picture's bytes.
for (const { draw } of PICTURE_SAMPLES) {
  const png = await renderPng(draw(), new AbortController().signal);
  console.log(createHash('sha256').update(png).digest('hex'));
}
