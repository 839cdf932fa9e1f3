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
 * The outline of a country; undefined for those too small for the map. By its name first: on so coarse
 * a map, a town at the coast often lies in the sea or in the neighbour's land.
 */
export function shapeOfCountry(country: string): Shape | undefined {
  named ??= nameShapes();
  const shape = named.get(country);
  if (shape) return shape;
  // Names that the map shortens ("S. Sudan") are found by the country's places, and no small country
  // takes the outline of the one around it.
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

/** Islands are found by their names only: the chief town of Equatorial Guinea is not on its mainland. */
const ABBREVIATIONS = { 'Eq.': 'Equatorial', 'Is.': 'Islands' } as const;

function spellOut(name: string): string {
  return Object.entries(ABBREVIATIONS).reduce(
    (all, [short, long]) => all.replace(short, long),
    name,
  );
}
