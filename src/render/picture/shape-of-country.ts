import { countryNames } from '../../text/places/country-names.ts';
import {
  capitalPoint,
  COUNTRY_CODES,
  countryPoint,
  nameInEnglish,
} from '../../text/places/gazetteer.ts';
import { countryShapes, findShape, type Shape } from './world-shapes.ts';

let named: ReadonlyMap<string, Shape> | undefined;

/**
 * Finds the outline of a country. Undefined if it is too small for the map. It is matched by name
 * first, because on such a coarse map a coastal town is often in the sea or in the neighbouring
 * country.
 */
export function shapeOfCountry(country: string): Shape | undefined {
  named ??= nameShapes();
  const shape = named.get(country);
  if (shape) return shape;
  // Countries whose names the map shortens ("S. Sudan") are found by their places. A small country
  // must not get the outline of the one around it.
  const taken = new Set(named.values());
  return [countryPoint(country), capitalPoint(country)]
    .map((point) => point && findShape(point))
    .find((one) => one !== undefined && !taken.has(one));
}

function nameShapes(): Map<string, Shape> {
  const byName = new Map(countryShapes().map((shape) => [spellOut(shape.properties.name), shape]));
  const found = new Map<string, Shape>();
  for (const country of COUNTRY_CODES) {
    const names = [...countryNames(country, 'en'), nameInEnglish(country)];
    const shape = names.map((name) => byName.get(name)).find((one) => one !== undefined);
    if (shape) found.set(country, shape);
  }
  return found;
}

/**
 * Islands are found only by their names: the chief town of Equatorial Guinea isn't on its mainland.
 */
const ABBREVIATIONS = { 'Eq.': 'Equatorial', 'Is.': 'Islands' } as const;

function spellOut(name: string): string {
  return Object.entries(ABBREVIATIONS).reduce(
    (all, [short, long]) => all.replace(short, long),
    name,
  );
}
