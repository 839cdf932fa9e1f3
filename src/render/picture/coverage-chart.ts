import { joinWords, nameInWords, writeAltText } from './alt-text.ts';
import { nameBucket } from './bucket-words.ts';
import { buildCard } from './card.ts';
import type { Coverage, CoverageSeries } from './coverage.ts';
import { CARD, PALETTE } from './palette.ts';
import { cutToWidth, drawableName, widthOf } from './picture-text.ts';
import type { Picture } from './picture.ts';
import { element, textElement } from './svg.ts';
import { countOf } from '../../text/count-of.ts';

/** Positions of the chart's parts, in units. */
const PLOT = { left: 46, right: 312, top: 50, height: 130 } as const;
const LEGEND = { left: 330, lineHeight: 27, square: 13 } as const;
const HEIGHT = PLOT.top + PLOT.height + 40;

/** Draws coverage as bars stacked by publisher; file `coverage.png`. */
export function drawCoverage(coverage: Coverage): Picture {
  const { unit } = coverage.buckets;
  const { padding, smallSize } = CARD;
  return {
    name: 'coverage.png',
    description: describeCoverage(coverage),
    svg: buildCard(
      HEIGHT,
      textElement(`${coverage.isNewestOnly ? 'Newest articles' : 'Articles'} ${PER[unit]}`, {
        x: padding,
        y: 30,
        'font-weight': 600,
      }),
      ...(coverage.earlierCount === 0
        ? []
        : [
            textElement(`${coverage.earlierCount} before`, {
              x: PLOT.right,
              y: 30,
              'text-anchor': 'end',
              'font-size': smallSize,
              fill: PALETTE.muted,
            }),
          ]),
      ...drawGrid(coverage),
      ...drawBars(coverage),
      ...coverage.series.flatMap(drawLegendItem),
    ),
  };
}

const PER = {
  hour: 'per hour (UTC)',
  day: 'per day',
  week: 'per week',
  month: 'per month',
} as const;

function describeCoverage(coverage: Coverage): string {
  const { buckets, series, earlierCount, total, isNewestOnly } = coverage;
  const { unit, starts } = buckets;
  const totals = starts.map((_, index) => heightOf(series, index));
  const most = Math.max(...totals);
  const peaks = starts.filter((_, index) => totals[index] === most);
  const more = peaks.length - 1;
  const again = more === 0 ? '' : `, and ${more} more ${more === 1 ? 'time' : 'times'}`;
  const peak = nameBucket(unit, peaks[0] ?? 0);
  const from = nameBucket(unit, starts[0] ?? 0);
  const until = nameBucket(unit, starts.at(-1) ?? 0);
  const publishers = series.map((one) =>
    one.isOthers ? `others ${one.total}` : `${nameInWords(one.name)} ${one.total}`,
  );
  return writeAltText([
    `A chart of articles ${PER[unit]}, ${from} to ${until}.`,
    isNewestOnly
      ? `The newest ${total} articles; older ones are not counted.`
      : `${countOf(total, 'article')} in all.`,
    `The most in one ${unit} are ${most}: ${peak}${again}.`,
    ...(earlierCount > 0 ? [`${earlierCount} of them are older than the chart.`] : []),
    `By publisher: ${joinWords(publishers)}.`,
  ]);
}

function heightOf(series: readonly CoverageSeries[], index: number): number {
  return series.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0);
}

function drawGrid({ buckets, series }: Coverage): string[] {
  const { unit, starts } = buckets;
  const most = mostIn(series, starts.length);
  const bottom = PLOT.top + PLOT.height;
  const label = { 'font-size': CARD.smallSize, fill: PALETTE.muted };
  const lines = listTicks(most).map((value) => {
    const y = bottom - (value / most) * PLOT.height;
    return (
      element('line', { x1: PLOT.left, x2: PLOT.right, y1: y, y2: y, stroke: PALETTE.line }) +
      textElement(String(value), { x: PLOT.left - 8, y: y + 5, 'text-anchor': 'end', ...label })
    );
  });
  const y = bottom + 22;
  return [
    ...lines,
    element('line', {
      x1: PLOT.left,
      x2: PLOT.right,
      y1: bottom + 0.5,
      y2: bottom + 0.5,
      stroke: PALETTE.muted,
    }),
    textElement(nameBucket(unit, starts[0] ?? 0), { x: PLOT.left, y, ...label }),
    textElement(nameBucket(unit, starts.at(-1) ?? 0), {
      x: PLOT.right,
      y,
      'text-anchor': 'end',
      ...label,
    }),
  ];
}

/** Returns one to three round numbers up to the maximum. */
function listTicks(max: number): number[] {
  let step = 1;
  for (let turn = 0; max / step >= 4; turn += 1) step *= turn % 3 === 1 ? 2.5 : 2;
  return Array.from({ length: Math.floor(max / step) }, (_, index) => step * (index + 1));
}

function mostIn(series: readonly CoverageSeries[], length: number): number {
  return Math.max(1, ...Array.from({ length }, (_, index) => heightOf(series, index)));
}

function drawBars({ buckets: { starts }, series }: Coverage): string[] {
  const most = mostIn(series, starts.length);
  const step = (PLOT.right - PLOT.left) / starts.length;
  const width = Math.min(28, step * 0.8);
  return starts.flatMap((_, index) => {
    let y = PLOT.top + PLOT.height;
    return series.flatMap(({ counts, isOthers }, position) => {
      const height = ((counts[index] ?? 0) / most) * PLOT.height;
      y -= height;
      if (height === 0) return [];
      return element('rect', {
        x: PLOT.left + step * (index + 0.5) - width / 2,
        y,
        width,
        // A line of background separates two parts even without colour.
        height: Math.max(1, height - 1),
        fill: colourOf(isOthers, position),
      });
    });
  });
}

function drawLegendItem({ name, isOthers, total }: CoverageSeries, index: number): string[] {
  const { left, square, lineHeight } = LEGEND;
  const y = PLOT.top + 12 + index * lineHeight;
  const room = CARD.width - CARD.padding - left - square - 8;
  const count = ` ${total}`;
  // If the fonts lack the letters of a name, only the alt text has it.
  const shown = drawableName(name) || `Publisher ${index + 1}`;
  return [
    element('rect', {
      x: left,
      y: y - square + 1,
      width: square,
      height: square,
      rx: 2,
      fill: colourOf(isOthers, index),
    }),
    textElement(cutToWidth(shown, room - widthOf(count, CARD.smallSize + 1), CARD.smallSize + 1), {
      x: left + square + 8,
      y,
      'font-size': CARD.smallSize + 1,
    }),
    textElement(count.trim(), {
      x: CARD.width - CARD.padding,
      y,
      'text-anchor': 'end',
      'font-size': CARD.smallSize + 1,
      fill: PALETTE.muted,
    }),
  ];
}

function colourOf(isOthers: boolean, index: number): string {
  return isOthers ? PALETTE.others : (PALETTE.series[index] ?? PALETTE.others);
}
