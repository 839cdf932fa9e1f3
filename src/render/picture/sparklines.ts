import { joinWords, nameInWords, writeAltText } from './alt-text.ts';
import { buildCard } from './card.ts';
import { CARD, PALETTE } from './palette.ts';
import { cutToWidth, drawableName } from './picture-text.ts';
import type { Picture } from './picture.ts';
import { element, textElement } from './svg.ts';

/** A source's articles on each of the last days. */
export interface SparklineRow {
  readonly name: string;
  /** One number per day, the oldest first. All rows have the same days. */
  readonly counts: readonly number[];
  /** One word for what is wrong with the source: "failing". */
  readonly trouble?: string;
}

/** Dimensions of a row, in units. */
const ROW = { height: 26, barsLeft: 228, barsRight: 466, barHeight: 18 } as const;
const TOP = 48;
/** Number of rows in the description. The message's text says more about sources. */
const ROWS_IN_WORDS = 12;

/** Draws a row of small bars for each source, each to its own scale; file `sources.png`. */
export function drawSparklines(rows: readonly SparklineRow[]): Picture {
  const days = rows[0]?.counts.length ?? 0;
  const { padding, width, smallSize } = CARD;
  return {
    name: 'sources.png',
    description: describe(rows, days),
    svg: buildCard(
      TOP + rows.length * ROW.height + 10,
      textElement(`Articles a day, last ${days} days`, { x: padding, y: 30, 'font-weight': 600 }),
      textElement('average', {
        x: width - padding,
        y: 30,
        'text-anchor': 'end',
        'font-size': smallSize,
        fill: PALETTE.muted,
      }),
      ...rows.flatMap(drawRow),
    ),
  };
}

function describe(rows: readonly SparklineRow[], days: number): string {
  const told = rows.slice(0, ROWS_IN_WORDS).map((row) => {
    const trouble = row.trouble === undefined ? '' : ` (${row.trouble})`;
    return `${nameInWords(row.name)}${trouble} ${average(row)}`;
  });
  const more = rows.length - told.length;
  return writeAltText([
    `Small charts of ${rows.length === 1 ? '1 source' : `${rows.length} sources`} over the last ${days} days.`,
    `Articles a day: ${joinWords([...told, ...(more > 0 ? [`${more} more sources`] : [])])}.`,
  ]);
}

function average({ counts }: SparklineRow): string {
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  if (mean === 0) return '0';
  return mean < 10 ? mean.toFixed(1).replace(/\.0$/u, '') : String(Math.round(mean));
}

function drawRow(row: SparklineRow, index: number): string[] {
  const { name, counts, trouble } = row;
  const y = TOP + index * ROW.height;
  const base = y + ROW.barHeight + 2;
  const label = cutToWidth(drawableName(name) || `Source ${index + 1}`, 196, CARD.smallSize + 1);
  const most = Math.max(1, ...counts);
  const step = (ROW.barsRight - ROW.barsLeft) / counts.length;
  // A source in trouble has its own symbol, so that colour isn't the only sign.
  const mark = trouble === undefined ? '' : '! ';
  const colour = trouble === undefined ? PALETTE.bar : PALETTE.trouble;
  return [
    textElement(mark + label, {
      x: CARD.padding,
      y: base - 4,
      'font-size': CARD.smallSize + 1,
      fill: trouble === undefined ? PALETTE.text : PALETTE.trouble,
    }),
    element('line', {
      x1: ROW.barsLeft,
      x2: ROW.barsRight,
      y1: base,
      y2: base,
      stroke: PALETTE.line,
    }),
    ...counts.flatMap((count, day) => {
      if (count === 0) return [];
      const height = Math.max(2, (count / most) * ROW.barHeight);
      return element('rect', {
        x: ROW.barsLeft + step * day + step * 0.1,
        y: base - height,
        width: step * 0.8,
        height,
        fill: colour,
      });
    }),
    textElement(average(row), {
      x: CARD.width - CARD.padding,
      y: base - 4,
      'text-anchor': 'end',
      'font-size': CARD.smallSize + 1,
      fill: PALETTE.muted,
    }),
  ];
}
