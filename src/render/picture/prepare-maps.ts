import type { Steps } from '../../slices.ts';
import { MAP_HEIGHT } from './edition-map.ts';
import { chooseView, createPath } from './map-view.ts';
import { CARD } from './palette.ts';
import { shapeOfCountry } from './shape-of-country.ts';
import { countryShapes, type Point } from './world-shapes.ts';

/** One place is seen on a map of its region, two far apart on one of the world. */
const TOKYO: Point = [139.7, 35.7];
const BRASILIA: Point = [-47.9, -15.8];

/**
 * Does once, in small steps, what would make the first map take many times as long as any other: reads
 * the outlines, finds their countries, and draws both kinds of map until the engine knows how.
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
