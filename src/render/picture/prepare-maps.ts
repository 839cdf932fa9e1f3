import type { Steps } from '../../slices.ts';
import { MAP_HEIGHT } from './edition-map.ts';
import { chooseView, createPath } from './map-view.ts';
import { CARD } from './palette.ts';
import { shapeOfCountry } from './shape-of-country.ts';
import { countryShapes, type Point } from './world-shapes.ts';

/** One place results in a map of its region, two distant places in a map of the world. */
const TOKYO: Point = [139.7, 35.7];
const BRASILIA: Point = [-47.9, -15.8];

/**
 * Does the work that would make the first map far slower than others, once and in small steps:
 * reads the outlines, matches them to countries, and draws both kinds of map until the engine has
 * optimized the code.
 */
export function* prepareMaps(): Steps<void> {
  countryShapes();
  yield;
  shapeOfCountry('JP');
  yield;
  for (const points of [[TOKYO], [TOKYO, BRASILIA]]) {
    const path = createPath(chooseView(points, CARD.width, MAP_HEIGHT));
    yield;
    for (const shape of countryShapes()) {
      path(shape);
      yield;
    }
  }
}
