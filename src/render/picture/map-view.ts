import {
  geoAzimuthalEqualArea,
  geoDistance,
  geoNaturalEarth1,
  geoPath,
  type GeoPath,
  type GeoProjection,
} from 'd3-geo';
import { countryShapes, type Point } from './world-shapes.ts';

/** A map's projection and size. */
export interface MapView {
  readonly projection: GeoProjection;
  readonly width: number;
  readonly height: number;
}

/** When and how far a map zooms in. Scales are in units per radian. */
const ZOOM = {
  /**
   * Largest scale: about 70 degrees from side to side. Closer, the coarse coasts would look crude.
   */
  maxScale: 450,
  /**
   * Smallest scale: about 120 degrees. Marks that are farther apart are shown on the whole world.
   */
  minScale: 260,
  /** How much the world is magnified if its marks leave part of it empty. */
  worldZoom: 1.6,
  /** Margins at the sides, and above and below. */
  margin: [80, 48],
  /** Distance from the middle of the marks, in radians, up to which nothing is distorted much. */
  reach: 1,
} as const;

/** Chooses the region of the marks if they are close together, else the whole world. */
export function chooseView(points: readonly Point[], width: number, height: number): MapView {
  return {
    projection: viewRegion(points, width, height) ?? viewWorld(points, width, height),
    width,
    height,
  };
}

/** Creates a writer of outlines as SVG paths, clipped slightly outside of the frame. */
export function createPath({ projection, width, height }: MapView): GeoPath {
  projection.clipExtent([
    [-10, -10],
    [width + 10, height + 10],
  ]);
  return geoPath(projection).digits(1);
}

function viewWorld(points: readonly Point[], width: number, height: number): GeoProjection {
  const { scale, translate } = fitWorld(width, height);
  // Rotated by eleven degrees, the world is cut in the Bering Strait and not through Siberia.
  const projection = geoNaturalEarth1().rotate(TURN).scale(scale).translate(translate);
  return magnify(projection, points, [width, height]);
}

const TURN: [number, number] = [-11, 0];

/** Cached, because fitting visits every coast of the world and always gives the same result. */
const fitted = new Map<string, { scale: number; translate: [number, number] }>();

function fitWorld(width: number, height: number): { scale: number; translate: [number, number] } {
  const size = `${width}x${height}`;
  const known = fitted.get(size);
  if (known) return known;
  const margin = 10;
  const extent: [[number, number], [number, number]] = [
    [margin, margin],
    [width - margin, height - margin],
  ];
  // The ends of the equator make room for the Pacific islands.
  const ends = {
    type: 'MultiPoint' as const,
    coordinates: [
      [-168.9, 0],
      [-169.1, 0],
    ],
  };
  const geometries = [...countryShapes().map(({ geometry }) => geometry), ends];
  const all = { type: 'GeometryCollection' as const, geometries };
  const projection = geoNaturalEarth1().rotate(TURN).fitExtent(extent, all);
  const fit = { scale: projection.scale(), translate: projection.translate() };
  fitted.set(size, fit);
  return fit;
}

/** Magnifies the part of the world that has the marks, as far as all of them stay visible. */
function magnify(
  projection: GeoProjection,
  points: readonly Point[],
  frame: readonly [width: number, height: number],
): GeoProjection {
  const positions = points.flatMap((point) => [projection([...point]) ?? ([0, 0] as const)]);
  const axes = ([0, 1] as const).map((axis) => {
    const along = positions.map((position) => position[axis]);
    return { least: Math.min(...along), most: Math.max(...along), size: frame[axis] };
  });
  const rooms = axes.map(
    ({ least, most, size }, axis) => (size - 2 * (ZOOM.margin[axis] ?? 0)) / (most - least),
  );
  const factor = Math.max(1, Math.min(ZOOM.worldZoom, ...rooms));
  const before = projection.translate();
  const [x = 0, y = 0] = axes.map(({ least, most, size }, axis) => {
    const [middle, start] = [(least + most) / 2, before[axis] ?? 0];
    const wanted = size / 2 - (middle - start) * factor;
    // Nothing can be shown beyond the edges of the world.
    const slack = (size / 2) * (factor - 1);
    const centred = size / 2 - (size / 2 - start) * factor;
    return Math.min(centred + slack, Math.max(centred - slack, wanted));
  });
  return projection.scale(projection.scale() * factor).translate([x, y]);
}

function viewRegion(
  points: readonly Point[],
  width: number,
  height: number,
): GeoProjection | undefined {
  const middle = findMiddle(points);
  if (points.some((point) => geoDistance(middle, [...point]) > ZOOM.reach)) return undefined;
  const projection = geoAzimuthalEqualArea()
    .rotate([-middle[0], -middle[1]])
    .translate([0, 0])
    .scale(1);
  const [marginX, marginY] = ZOOM.margin;
  const scales = points.map((point) => {
    const [x, y] = projection([...point]) ?? [0, 0];
    return Math.min((width / 2 - marginX) / Math.abs(x), (height / 2 - marginY) / Math.abs(y));
  });
  const scale = Math.min(ZOOM.maxScale, ...scales);
  if (scale < ZOOM.minScale) return undefined;
  return projection.scale(scale).translate([width / 2, height / 2]);
}

/** The middle of the points as seen from the earth's centre, so that no meridian is special. */
function findMiddle(points: readonly Point[]): [number, number] {
  const radians = Math.PI / 180;
  let [x, y, z] = [0, 0, 0];
  for (const [longitude, latitude] of points) {
    x += Math.cos(latitude * radians) * Math.cos(longitude * radians);
    y += Math.cos(latitude * radians) * Math.sin(longitude * radians);
    z += Math.sin(latitude * radians);
  }
  return [Math.atan2(y, x) / radians, Math.atan2(z, Math.hypot(x, y)) / radians];
}
