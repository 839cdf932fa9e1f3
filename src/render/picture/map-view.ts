import { geoAzimuthalEqualArea, geoDistance, geoNaturalEarth1, type GeoProjection } from 'd3-geo';
import { countryShapes, type Point } from './world-shapes.ts';

/** How a map looks at its marks. */
export interface MapView {
  readonly projection: GeoProjection;
  readonly width: number;
  readonly height: number;
}

/** When and how far a map goes nearer; scales in units per radian. */
const NEARNESS = {
  /** About 70 degrees from side to side: nearer, the coasts would look cut with a knife. */
  nearest: 450,
  /** About 120 degrees; marks farther apart are seen on the whole world. */
  farthest: 260,
  /** Room at the sides, and above and below. */
  margin: [80, 48],
  /** Around the middle of the marks nothing is stretched much up to here, in radians. */
  reach: 1,
} as const;

/** Looks at the region of the marks where they are near each other, else at the whole world. */
export function chooseView(points: readonly Point[], width: number, height: number): MapView {
  return { projection: lookNear(points, width, height) ?? lookAtAll(width, height), width, height };
}

function lookAtAll(width: number, height: number): GeoProjection {
  const margin = 10;
  const extent: [[number, number], [number, number]] = [
    [margin, margin],
    [width - margin, height - margin],
  ];
  // Turned by eleven degrees, the world is cut in the Bering Strait and not through Siberia; the
  // equator's two ends make room for the islands of the Pacific.
  const projection = geoNaturalEarth1().rotate([-11, 0]);
  const ends = {
    type: 'MultiPoint' as const,
    coordinates: [
      [-168.9, 0],
      [-169.1, 0],
    ],
  };
  const geometries = [...countryShapes().map(({ geometry }) => geometry), ends];
  return projection.fitExtent(extent, { type: 'GeometryCollection', geometries });
}

function lookNear(
  points: readonly Point[],
  width: number,
  height: number,
): GeoProjection | undefined {
  const middle = findMiddle(points);
  if (points.some((point) => geoDistance(middle, [...point]) > NEARNESS.reach)) return undefined;
  const projection = geoAzimuthalEqualArea()
    .rotate([-middle[0], -middle[1]])
    .translate([0, 0])
    .scale(1);
  const [marginX, marginY] = NEARNESS.margin;
  const scales = points.map((point) => {
    const [x, y] = projection([...point]) ?? [0, 0];
    return Math.min((width / 2 - marginX) / Math.abs(x), (height / 2 - marginY) / Math.abs(y));
  });
  const scale = Math.min(NEARNESS.nearest, ...scales);
  if (scale < NEARNESS.farthest) return undefined;
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
