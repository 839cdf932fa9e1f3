import type { Digest, DigestStory } from '../../digest/digest.ts';
import { countryName } from '../../text/places/country-names.ts';
import { capitalPoint, countryPoint } from '../../text/places/gazetteer.ts';
import type { Place } from '../../text/places/place.ts';
import { joinWords, writeAltText } from './alt-text.ts';
import { drawEditionMap, type MapPlace, type MapStory } from './edition-map.ts';
import type { Picture } from './picture.ts';
import { shapeOfCountry } from './shape-of-country.ts';

/** More countries of one story would hide those of the others. */
const MAX_PLACES = 3;

/**
 * Draws where the stories of a digest happen; file `map.png`. Undefined if none of them names a
 * country.
 */
export function drawDigestMap({ stories }: Pick<Digest, 'stories'>): Picture | undefined {
  const located = stories.map(locate);
  const lost = located.filter(({ places }) => places.length === 0).length;
  if (lost === located.length) return undefined;
  const caption = lost === 0 ? '' : describeLost(lost, located.length);
  return {
    name: 'map.png',
    description: describeMap(located, caption),
    svg: drawEditionMap(located, caption),
  };
}

function locate({ places = [] }: DigestStory, index: number): MapStory {
  return { number: index + 1, places: places.slice(0, MAX_PLACES).flatMap(findPlace) };
}

function findPlace({ country, capital }: Place): MapPlace[] {
  const seat = capital && capitalPoint(country);
  const point = seat ?? countryPoint(country) ?? capitalPoint(country);
  if (!point) return [];
  return [{ name: countryName(country, 'en'), point, shape: shapeOfCountry(country) }];
}

function describeLost(lost: number, all: number): string {
  return `${lost} of ${all} stories ${lost === 1 ? 'names' : 'name'} no country`;
}

function describeMap(stories: readonly MapStory[], caption: string): string {
  const told = stories.flatMap(({ number, places }) => {
    const names = [...new Set(places.map(({ name }) => name))];
    return names.length === 0 ? [] : [`Story ${number}: ${joinWords(names)}.`];
  });
  return writeAltText([
    'A map of where the stories happen.',
    ...told,
    ...(caption === '' ? [] : [`${caption}.`]),
  ]);
}
