import { buildCard } from './card.ts';
import { drawLegend } from './map-legend.ts';
import { chooseView, createPath, type MapView } from './map-view.ts';
import { CARD, PALETTE } from './palette.ts';
import { widthOf } from './picture-text.ts';
import { shareMarks } from './share-marks.ts';
import { spreadMarks } from './spread-marks.ts';
import { element, textElement } from './svg.ts';
import { countryShapes, type Point, type Shape } from './world-shapes.ts';

/** A place on a map. */
export interface MapPlace {
  readonly name: string;
  /** The position of its mark. */
  readonly point: Point;
  /** The outline of its country, if it is large enough for the map. */
  readonly shape?: Shape | undefined;
}

/** A story with its places. Without places it isn't on the map. */
export interface MapStory {
  /** Its position among the stories shown, from 1. */
  readonly number: number;
  readonly places: readonly MapPlace[];
}

/** The dimensions of marks, in units. */
const MARKS = { radius: 11, fontSize: 14, numbersShown: 4, dot: 3 } as const;
/** The height of the map without its legend, in units. */
export const MAP_HEIGHT = 264;

/** Draws a map with the numbers of stories where they happen, and the countries' names below it. */
export function drawEditionMap(stories: readonly MapStory[], caption: string): string {
  const places = stories.flatMap((story) => story.places);
  const view = chooseView(
    places.map(({ point }) => point),
    CARD.width,
    MAP_HEIGHT,
  );
  const touched = places.map(({ shape }) => shape).filter((shape) => shape !== undefined);
  const legend = drawLegend(stories, caption, MAP_HEIGHT);
  return buildCard(
    legend.bottom,
    element('defs', {}, element('clipPath', { id: 'map' }, drawFrame())),
    element('g', { 'clip-path': 'url(#map)' }, drawSea(), ...drawCountries(view, new Set(touched))),
    ...drawMarks(stories, view),
    legend.drawing,
  );
}

/** The sea has its own colour, so that it doesn't seem to end at the frame. */
function drawSea(): string {
  return element('rect', { width: CARD.width, height: MAP_HEIGHT, fill: PALETTE.sea });
}

/** Rounded at the upper corners, like the card. */
function drawFrame(): string {
  const { width, corner: r } = CARD;
  const d = `M0 ${MAP_HEIGHT}V${r}Q0 0 ${r} 0H${width - r}Q${width} 0 ${width} ${r}V${MAP_HEIGHT}Z`;
  return element('path', { d });
}

function drawCountries(view: MapView, touched: ReadonlySet<Shape>): string[] {
  const path = createPath(view);
  const draw = (shapes: readonly Shape[], fill: string): string =>
    element('path', {
      d: shapes.map((shape) => path(shape) ?? '').join(''),
      fill,
      stroke: PALETTE.sea,
      'stroke-width': 0.8,
    });
  const isTouched = (shape: Shape): boolean => touched.has(shape);
  const others = countryShapes().filter((shape) => !isTouched(shape));
  return [draw(others, PALETTE.land), draw(countryShapes().filter(isTouched), PALETTE.touched)];
}

function drawMarks(stories: readonly MapStory[], view: MapView): string[] {
  const points = groupByPoint(stories).flatMap(({ point, numbers }) => {
    const at = view.projection([...point]);
    if (!at) return [];
    // The Antarctic is below the map, so it is shown at its edge.
    const [x, y] = [clamp(at[0], view.width), clamp(at[1], view.height)];
    return [{ x, y, numbers }];
  });
  const groups = shareMarks(points, (numbers) => [halfWidthOf(numbers), MARKS.radius]).map(
    ({ x, y, numbers }) => ({
      x,
      y,
      halfWidth: halfWidthOf(numbers),
      halfHeight: MARKS.radius,
      label: writeNumbers(numbers),
    }),
  );
  const spread = spreadMarks(groups, view.width, view.height);
  const placed = groups.map((group, index) => ({ ...group, to: spread[index]! }));
  // The leader lines are below all marks.
  return [...placed.map(drawLeader), ...placed.map(({ to, ...mark }) => drawMark(to, mark))];
}

function clamp(value: number, size: number): number {
  return Math.min(size, Math.max(0, value));
}

function halfWidthOf(numbers: readonly number[]): number {
  return Math.max(MARKS.radius, widthOf(writeNumbers(numbers), MARKS.fontSize) / 2 + 6);
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly to: { readonly x: number; readonly y: number };
}

function drawLeader({ x, y, to }: Placed): string {
  // A mark at its own point needs no line.
  if (Math.hypot(to.x - x, to.y - y) < MARKS.radius) return '';
  const line = element('line', {
    x1: x,
    y1: y,
    x2: to.x,
    y2: to.y,
    stroke: PALETTE.mark,
    'stroke-width': 1.5,
  });
  return line + element('circle', { cx: x, cy: y, r: MARKS.dot, fill: PALETTE.mark });
}

function drawMark(
  { x, y }: { readonly x: number; readonly y: number },
  { halfWidth, label }: { readonly halfWidth: number; readonly label: string },
): string {
  return element(
    'g',
    {},
    element('rect', {
      x: x - halfWidth,
      y: y - MARKS.radius,
      width: 2 * halfWidth,
      height: 2 * MARKS.radius,
      rx: MARKS.radius,
      fill: PALETTE.mark,
      stroke: PALETTE.sea,
      'stroke-width': 1.5,
    }),
    textElement(label, {
      x,
      y: y + MARKS.fontSize * 0.36,
      'text-anchor': 'middle',
      'font-size': MARKS.fontSize,
      'font-weight': 600,
      fill: PALETTE.onMark,
    }),
  );
}

/** Stories at one point always share a mark. */
function groupByPoint(stories: readonly MapStory[]) {
  const groups = new Map<string, { point: Point; numbers: number[] }>();
  for (const { number, places } of stories) {
    for (const { point } of places) {
      const group = groups.get(point.join()) ?? { point, numbers: [] };
      if (!group.numbers.includes(number)) group.numbers.push(number);
      groups.set(point.join(), group);
    }
  }
  return [...groups.values()];
}

function writeNumbers(numbers: readonly number[]): string {
  if (numbers.length <= MARKS.numbersShown) return numbers.join(' ');
  const shown = numbers.slice(0, MARKS.numbersShown - 1);
  return [...shown, `+${numbers.length - shown.length}`].join(' ');
}
