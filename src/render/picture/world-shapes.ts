import { createRequire } from 'node:module';
import { geoBounds, geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

// JSON modules still print a warning on Node 20, so the shapes are required, and only when a map is
// drawn.
const require = createRequire(import.meta.url);

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** The position of a place: longitude and latitude in degrees. */
export type Point = readonly [longitude: number, latitude: number];

/** A country's outline. */
export type Shape = ReturnType<typeof readShapes>[number];

let known: readonly Shape[] | undefined;

/** The outlines of the countries, without the Antarctic, which would take a sixth of every map. */
export function countryShapes(): readonly Shape[] {
  return (known ??= readShapes());
}

/** The country around a point. Undefined at sea, and on islands too small for the map. */
export function findShape(point: Point): Shape | undefined {
  const [longitude, latitude] = point;
  return countryShapes().find(
    (shape) => mayContain(boundsOf(shape), point) && geoContains(shape, [longitude, latitude]),
  );
}

type Bounds = ReturnType<typeof geoBounds>;

const bounds = new WeakMap<Shape, Bounds>();

function boundsOf(shape: Shape): Bounds {
  const found = bounds.get(shape) ?? geoBounds(shape);
  bounds.set(shape, found);
  return found;
}

/** Testing an outline costs a thousand times more than testing its bounding box. */
function mayContain([[west, south], [east, north]]: Bounds, [x, y]: Point): boolean {
  // A bounding box across the date line ends west of where it begins.
  const isBetween = west <= east ? x >= west && x <= east : x >= west || x <= east;
  return isBetween && y >= south && y <= north;
}

function readShapes() {
  return readWorld()
    .filter(({ properties }) => properties.name !== 'Antarctica')
    .flatMap((shape) => (shape.properties.name === 'France' ? splitFrance(shape) : [shape]));
}

function readWorld() {
  const world = require('world-atlas/countries-110m.json') as World;
  return feature(world, world.objects.countries).features;
}

/** On the map French Guiana is part of France, but news from Paris isn't from South America. */
function splitFrance(france: ReturnType<typeof readWorld>[number]) {
  const { geometry } = france;
  if (geometry.type !== 'MultiPolygon') return [france];
  const part = (name: string, isPart: (polygon: number[][][]) => boolean) => ({
    ...france,
    properties: { name },
    geometry: { ...geometry, coordinates: geometry.coordinates.filter(isPart) },
  });
  return [part('France', (polygon) => !isAmerican(polygon)), part('French Guiana', isAmerican)];
}

function isAmerican([outline]: readonly number[][][]): boolean {
  return (outline?.[0]?.[0] ?? 0) < -40;
}
