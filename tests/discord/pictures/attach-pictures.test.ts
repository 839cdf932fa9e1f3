import { describe, expect, it } from 'vitest';
import { createAttachPictures } from '../../../src/discord/pictures/attach-pictures.ts';
import type { RenderPng } from '../../../src/discord/pictures/render-png.ts';
import { buildPanel, buildText } from '../../../src/render/components.ts';
import { buildGallery, type Picture } from '../../../src/render/picture/picture.ts';
import { collectLog } from '../../support/collect-log.ts';

const picture = (name: string, svg = name): Picture => ({ name, svg, description: `Of ${name}` });
const showing = (...pictures: Picture[]) => ({
  ...buildPanel([buildText('News'), ...pictures.map(buildGallery)]),
  pictures,
});
const TEXT = buildPanel([buildText('News')]);
const bytes = (svg: string): Uint8Array => new TextEncoder().encode(svg);
const draw: RenderPng = async (svg) => bytes(svg);
const hang: RenderPng = () => new Promise(() => {});
const attachWith = (render: RenderPng) => createAttachPictures(render, collectLog().log);

describe('pictures', () => {
  it('become files that the message shows', async () => {
    const message = showing(picture('map.png'));
    const { pictures: _pictures, ...shown } = message;
    expect(await attachWith(draw)(message, 1_000)).toEqual({
      ...shown,
      files: [{ name: 'map.png', data: bytes('map.png'), description: 'Of map.png' }],
      withoutPictures: TEXT,
    });
  });

  it('are not rendered if there are none', async () => {
    const attach = attachWith(() => Promise.reject(new Error('nothing to draw')));
    expect(await attach(TEXT, 0)).toBe(TEXT);
  });

  it('are left out if the renderer rejects, and the text stays', async () => {
    const { log, lines } = collectLog();
    const attach = createAttachPictures(() => Promise.reject(new Error('no such font')), log);
    expect(await attach(showing(picture('map.png')), 1_000)).toEqual(TEXT);
    expect(lines.map(({ msg }) => msg)).toEqual(['a picture could not be drawn and was left out']);
  });

  it('are left out if the renderer throws at once', async () => {
    const attach = attachWith(() => {
      throw new Error('not loaded');
    });
    expect(await attach(showing(picture('map.png')), 1_000)).toEqual(TEXT);
  });

  it('are left out when the renderer hangs', async () => {
    expect(await attachWith(hang)(showing(picture('map.png')), 5)).toEqual(TEXT);
  });

  it('that are ready in time are sent without the late ones', async () => {
    const attach = attachWith((svg, signal) =>
      svg === 'slow' ? hang(svg, signal) : draw(svg, signal),
    );
    const sent = await attach(showing(picture('late.png', 'slow'), picture('map.png')), 50);
    expect(sent.files?.map(({ name }) => name)).toEqual(['map.png']);
    expect(JSON.stringify(sent.components)).not.toContain('late.png');
    expect(JSON.stringify(sent.components)).toContain('attachment://map.png');
  });

  it('wait for their turn, and are given up if it comes too late', async () => {
    let [running, most] = [0, 0];
    const releases: (() => void)[] = [];
    const attach = attachWith(async (svg) => {
      most = Math.max(most, (running += 1));
      await new Promise<void>((resolve) => releases.push(resolve));
      running -= 1;
      return bytes(svg);
    });
    const first = [
      attach(showing(picture('a.png')), 60_000),
      attach(showing(picture('b.png')), 60_000),
    ];
    expect(await attach(showing(picture('c.png')), 5)).toEqual(TEXT);
    const last = attach(showing(picture('d.png')), 60_000);
    await expect.poll(() => releases.length).toBe(2);
    for (const release of releases.splice(0)) release();
    for (const { files } of await Promise.all(first)) expect(files).toHaveLength(1);
    await expect.poll(() => releases.length).toBe(1);
    for (const release of releases.splice(0)) release();
    expect((await last).files).toHaveLength(1);
    expect(most).toBe(2);
  });
});
