import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderPng } from '../../../src/discord/pictures/render-png.ts';
import { nodeArguments } from '../../support/node-arguments.ts';
import { PICTURE_SAMPLES } from '../../support/picture-samples.ts';

const render = (svg: string) => renderPng(svg, new AbortController().signal);
const hash = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

const renderWord = (word: string) =>
  render(
    `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="30" font-family="Noto Sans"><text y="20">${word}</text></svg>`,
  );

describe('a rendered picture', () => {
  it.each(PICTURE_SAMPLES)('is a small and sharp PNG: $name', async ({ draw }) => {
    const png = Buffer.from(await render(draw()));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1100);
    expect(png.length).toBeLessThan(60_000);
  });

  it('has the same bytes each time, in another process too', async () => {
    const hashes = [];
    for (const { draw } of PICTURE_SAMPLES) hashes.push(hash(await render(draw())));
    const again = [];
    for (const { draw } of PICTURE_SAMPLES) again.push(hash(await render(draw())));
    expect(again).toEqual(hashes);
    const child = join(import.meta.dirname, '../../support/picture-child.ts');
    const printed = execFileSync(process.execPath, nodeArguments(child), { encoding: 'utf8' });
    expect(printed.trim().split('\n')).toEqual(hashes);
  });

  it.each(['Harbour Post', 'Газета', 'Εφημερίδα', 'عربي'])('has letters for %s', async (name) => {
    const [written, ...blank] = await Promise.all([name, '', '\u{e000}'].map(renderWord));
    for (const other of blank) expect(hash(written!)).not.toBe(hash(other));
  });

  it('is made only from SVG', async () => {
    await expect(render('<svg')).rejects.toThrow(/SVG/iu);
  });

  it('is not started after an abort', async () => {
    await expect(renderPng(PICTURE_SAMPLES[0]!.draw(), AbortSignal.abort())).rejects.toThrow(
      /abort/u,
    );
  });
});
