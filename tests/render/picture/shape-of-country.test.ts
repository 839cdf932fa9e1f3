import { geoBounds } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { shapeOfCountry } from '../../../src/render/picture/shape-of-country.ts';
import { countryShapes } from '../../../src/render/picture/world-shapes.ts';
import { COUNTRY_CODES } from '../../../src/text/places/gazetteer.ts';

const nameOf = (country: string) => shapeOfCountry(country)?.properties.name;

describe('the outline of a country', () => {
  it.each([
    ['LY', 'Libya'],
    ['IL', 'Israel'],
    ['US', 'United States of America'],
    ['SS', 'S. Sudan'],
    ['GQ', 'Eq. Guinea'],
    ['FK', 'Falkland Is.'],
    ['EH', 'W. Sahara'],
    ['CD', 'Dem. Rep. Congo'],
    ['CZ', 'Czechia'],
    ['NE', 'Niger'],
    ['FR', 'France'],
    ['GF', 'French Guiana'],
  ])('of %s is that of %s', (country, name) => {
    expect(nameOf(country)).toBe(name);
  });

  it.each(['AD', 'MC', 'SG', 'VA', 'HK', 'ZZ'])('of %j is not that of a neighbour', (country) => {
    expect(nameOf(country)).toBeUndefined();
  });

  it('of France is only in Europe', () => {
    const [[west, south], [east, north]] = geoBounds(shapeOfCountry('FR')!);
    expect([west, south, east, north].map(Math.round)).toEqual([-5, 41, 10, 51]);
  });

  it('is found for nearly all outlines of the map, each for one country', () => {
    const found = COUNTRY_CODES.map(shapeOfCountry).filter((shape) => shape !== undefined);
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(countryShapes().length - 4);
  });
});
