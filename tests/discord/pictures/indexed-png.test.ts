import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeIndexedPng } from '../../../src/discord/pictures/indexed-png.ts';

/** Decodes an indexed PNG to its pixels, four bytes each. */
function decode(png: Buffer): { width: number; height: number; pixels: number[][] } {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  const [header, palette, alpha] = ['IHDR', 'PLTE', 'tRNS'].map((type) => chunks.get(type)!);
  const width = header!.readUInt32BE(0);
  const height = header!.readUInt32BE(4);
  const rows = inflateSync(chunks.get('IDAT')!);
  const pixels = Array.from({ length: width * height }, (_, n) => {
    const number = rows[Math.floor(n / width) * (width + 1) + 1 + (n % width)]!;
    return [...palette!.subarray(number * 3, number * 3 + 3), alpha![number]!];
  });
  return { width, height, pixels };
}

const encode = async (width: number, pixels: readonly (readonly number[])[]) =>
  Buffer.from(
    await encodeIndexedPng({
      width,
      height: pixels.length / width,
      pixels: Uint8Array.from(pixels.flat()),
    }),
  );

describe('an indexed PNG', () => {
  it('keeps every pixel if there are few colours', async () => {
    const pixels = [
      [255, 0, 0, 255],
      [0, 0, 0, 0],
      [12, 34, 56, 255],
      [12, 34, 56, 128],
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ];
    expect(decode(await encode(3, pixels))).toEqual({ width: 3, height: 2, pixels });
  });

  it('keeps rows that repeat the one before', async () => {
    const [red, blue, clear] = [
      [255, 0, 0, 255],
      [0, 0, 255, 255],
      [0, 0, 0, 0],
    ] as const;
    const rows = [
      [red, blue],
      [red, blue],
      [red, blue],
      [clear, red],
      [red, blue],
      [red, blue],
    ];
    const pixels = rows.flat().map((pixel) => [...pixel]);
    expect(decode(await encode(2, pixels))).toEqual({ width: 2, height: 6, pixels });
  });

  it('counts each row that repeats the one before', async () => {
    const shades = Array.from({ length: 256 }, (_, n) => [n, n, n, 255]);
    const rare = shades.map(([n]) => [n!, n!, 255, 255]);
    // Of 512 colours, those of the row that comes three times are kept.
    const { pixels } = decode(await encode(256, [...rare, ...shades, ...shades, ...shades]));
    expect(pixels.slice(-256)).toEqual(shades);
    expect(pixels[0]).not.toEqual(rare[0]);
  });

  it('uses the nearest of 256 colours if there are more', async () => {
    const shades = Array.from({ length: 256 }, (_, n) => [n, n, n, 255]);
    const rare = [100, 100, 102, 255];
    const { pixels } = decode(await encode(1, [...shades, ...shades, rare]));
    expect(pixels.slice(0, 512)).toEqual([...shades, ...shades]);
    expect(pixels.at(-1)).toEqual([101, 101, 101, 255]);
  });
});
