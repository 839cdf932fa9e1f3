import type { Steps } from '../../slices.ts';
import { drawDigestMap } from './digest-map.ts';
import { shapeOfCountry } from './shape-of-country.ts';
import { countryShapes } from './world-shapes.ts';

/**
 * Does once what the first map would take five times as long for as any other: reads the outlines,
 * finds their countries, and runs what draws until the engine knows it.
 */
export function* prepareMaps(): Steps<void> {
  countryShapes();
  yield;
  shapeOfCountry('JP');
  yield;
  // One map of a region, one of the world.
  for (const countries of [['JP'], ['JP', 'BR']]) {
    const places = countries.map((country) => ({ country }));
    drawDigestMap({ stories: [{ places }] });
    yield;
  }
}
