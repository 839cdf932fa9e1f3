import { describe, expect, it } from 'vitest';
import { chooseView } from '../../../src/render/picture/map-view.ts';
import type { Point } from '../../../src/render/picture/world-shapes.ts';

const PLACES = {
  ankara: [32.9, 39.9],
  damascus: [36.3, 33.5],
  tokyo: [139.7, 35.7],
  brasilia: [-47.9, -15.8],
  suva: [178.4, -18.1],
  apia: [-171.8, -13.8],
} as const satisfies Record<string, Point>;

const look = (...points: Point[]) => {
  const { projection } = chooseView(points, 550, 264);
  return points.map((point) => projection([...point])!);
};

describe('the view of a map', () => {
  it('zooms in if all marks are close together', () => {
    const [ankara, damascus] = look(PLACES.ankara, PLACES.damascus);
    expect(Math.hypot(ankara![0] - damascus![0], ankara![1] - damascus![1])).toBeGreaterThan(40);
  });

  it('shows the whole world if they are far apart', () => {
    const [near, far] = look(PLACES.ankara, PLACES.damascus, PLACES.tokyo, PLACES.brasilia);
    expect(Math.hypot(near![0] - far![0], near![1] - far![1])).toBeLessThan(20);
  });

  it('puts a single mark in the middle', () => {
    const [[x, y] = [0, 0]] = look(PLACES.tokyo);
    expect([Math.round(x), Math.round(y)]).toEqual([275, 132]);
  });

  it('shows neighbours on both sides of the date line next to each other', () => {
    const [suva, apia] = look(PLACES.suva, PLACES.apia);
    expect(Math.abs(suva![0] - apia![0])).toBeLessThan(120);
  });

  it('magnifies the part of the world that has the marks', () => {
    const [ankara, brasilia] = look(PLACES.ankara, PLACES.brasilia);
    const [ofAll, far] = look(PLACES.ankara, PLACES.brasilia, PLACES.suva, PLACES.apia);
    const across = (one: number[] = [], other: number[] = []) => Math.abs(one[0]! - other[0]!);
    expect(across(ankara, brasilia)).toBeGreaterThan(across(ofAll, far) * 1.3);
  });

  it('has every mark inside the frame with room around it', () => {
    for (const [x, y] of look(...Object.values(PLACES))) {
      expect(x).toBeGreaterThan(8);
      expect(x).toBeLessThan(542);
      expect(y).toBeGreaterThan(8);
      expect(y).toBeLessThan(256);
    }
  });
});
