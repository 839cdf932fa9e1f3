import { languageName } from '../../../text/language-names.ts';
import { countryName } from '../../../text/places/country-names.ts';
import { countOf } from '../../../text/count-of.ts';
import { joinWords, nameInWords, writeAltText } from '../alt-text.ts';
import { drawCuts } from './axis-cuts.ts';
import { nameBucket } from '../bucket-words.ts';
import { buildCard } from '../card.ts';
import { CARD, PALETTE } from '../palette.ts';
import { cutToWidth, drawableName } from '../picture-text.ts';
import type { Picture } from '../picture.ts';
import {
  listReports,
  type ListedReports,
  type ReportMark,
  type ReportRow,
  type RestRow,
  type StoryReports,
} from './story-reports.ts';
import { element, textElement } from '../svg.ts';
import { createTimeAxis, type TimeAxis } from './time-axis.ts';

/** Positions of the parts, in units. */
const ROW = { height: 26, top: 46 } as const;
const NAME = { width: 164, country: 214 } as const;
const PLOT = { left: 238, right: CARD.width - 28 } as const;
const DOT = { largest: 9, smallest: 4, numbersFrom: 8 } as const;
const UNIT_MS = { hour: 3_600_000, day: 24 * 3_600_000 } as const;

/**
 * Draws who reports a story and when: a row for each publisher in the order of the first reports, those of one
 * language together; file `story-coverage.png`. Undefined if there is one publisher or one day only.
 */
export function drawStoryCoverage(reports: StoryReports): Picture | undefined {
  const listed = listReports(reports);
  if (!listed) return undefined;
  const { rows, unit, starts, rest } = listed;
  const axis = createTimeAxis(starts, {
    left: PLOT.left + DOT.largest,
    right: PLOT.right - DOT.largest,
    unitMs: UNIT_MS[unit],
  });
  const isMixed = new Set(rows.map(({ lang }) => lang)).size > 1;
  const drawings: string[] = [];
  let y: number = ROW.top;
  for (const [index, row] of rows.entries()) {
    if (isMixed && row.lang !== rows[index - 1]?.lang) {
      drawings.push(drawLanguage(row.lang, y));
      y += ROW.height;
    }
    drawings.push(...drawRow(row, { number: index + 1, y, axis }));
    y += ROW.height;
  }
  if (rest) {
    drawings.push(
      drawSmall(nameRest(rest), { x: CARD.padding, y: y + 19 }),
      ...drawMarks(rest.marks, { y, axis, colour: PALETTE.others }),
    );
    y += ROW.height;
  }
  const legend = drawLegend(rows, y + 42);
  return {
    name: 'story-coverage.png',
    description: describe(listed, isMixed),
    svg: buildCard(
      y + (legend.length > 0 ? 56 : 34),
      textElement(`Who reports it, and when${unit === 'hour' ? ' (UTC)' : ''}`, {
        x: CARD.padding,
        y: 30,
        'font-weight': 600,
      }),
      ...drawings,
      ...drawTimes(axis, { unit, starts, y: y + 2 }),
      ...legend,
    ),
  };
}

function describe({ rows, unit, starts, rest }: ListedReports, isMixed: boolean): string {
  const name = (at: number): string => nameBucket(unit, at);
  const told = rows.map((row) => {
    const { name: publisher, country, lang, marks } = row;
    const facts = [
      ...(country === undefined ? [] : [countryName(country)]),
      ...(isMixed ? [languageName(lang, 'en')] : []),
    ].join(', ');
    const where = facts === '' ? '' : ` (${facts})`;
    return `${nameInWords(publisher)}${where} ${countAll(row)} from ${name(marks[0]!.at)}`;
  });
  const more = rest ? [`${nameRest(rest)} ${countAll(rest)}`] : [];
  const first = rows.find(({ marks }) => marks.some(({ isFirst }) => isFirst));
  return writeAltText([
    `A chart of who reports the story, and when, ${name(starts[0]!)} to ${name(starts.at(-1)!)}${unit === 'hour' ? ' (UTC)' : ''}.`,
    ...(first ? [`First: ${nameInWords(first.name)}.`] : []),
    `Articles of each publisher: ${joinWords([...told, ...more])}.`,
  ]);
}

function nameRest({ publisherCount }: RestRow): string {
  return publisherCount === 0 ? 'others' : countOf(publisherCount, 'more publisher');
}

function countAll({ marks }: Pick<ReportRow, 'marks'>): number {
  return marks.reduce((sum, { count }) => sum + count, 0);
}

function drawLanguage(lang: string, y: number): string {
  return drawSmall(languageName(lang, 'en'), { x: CARD.padding, y: y + 18, 'font-weight': 600 });
}

interface RowPlace {
  /** The upper end of the row. */
  readonly y: number;
  readonly axis: TimeAxis;
}

function drawRow(
  { name, country, marks }: ReportRow,
  { number, ...place }: RowPlace & { readonly number: number },
): string[] {
  const y = place.y + ROW.height / 2 + 6;
  const size = CARD.smallSize + 1;
  // If the fonts lack the letters of a name, only the alt text has it.
  const shown = drawableName(name) || `Publisher ${number}`;
  return [
    textElement(cutToWidth(shown, NAME.width, size), { x: CARD.padding, y, 'font-size': size }),
    ...(country === undefined
      ? []
      : [drawSmall(country, { x: NAME.country, y, 'text-anchor': 'end' })]),
    ...drawMarks(marks, { ...place, colour: PALETTE.bar }),
  ];
}

/** Draws the line of a row with its marks. */
function drawMarks(
  marks: readonly ReportMark[],
  { y: top, axis, colour }: RowPlace & { readonly colour: string },
): string[] {
  const y = top + ROW.height / 2;
  const radius = Math.max(DOT.smallest, Math.min(DOT.largest, axis.step / 2));
  return [
    element('line', { x1: PLOT.left, x2: PLOT.right, y1: y, y2: y, stroke: PALETTE.line }),
    ...marks.flatMap((mark) => drawMark(mark, { x: axis.xOf(mark.at), y, radius, colour })),
  ];
}

interface MarkPlace {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: string;
}

/** Draws a diamond for the first report, a ring for copies, a disc for others; with their number if there are several. */
function drawMark(
  { count, isCopy, isFirst }: Pick<ReportMark, 'count' | 'isCopy' | 'isFirst'>,
  { x, y, radius, colour }: MarkPlace,
): string[] {
  // Marks that touch are told apart by a line of background.
  const outline = { stroke: PALETTE.ground, 'stroke-width': 1 };
  const [r, top] = [radius + 1, radius + 2];
  const shape = isFirst
    ? element('path', {
        d: `M${x.toFixed(1)} ${y - top}l${top} ${top}l${-top} ${top}l${-top} ${-top}Z`,
        fill: PALETTE.mark,
        ...outline,
      })
    : isCopy
      ? element('circle', {
          cx: x,
          cy: y,
          r: radius - 1,
          fill: PALETTE.ground,
          stroke: colour,
          'stroke-width': 2,
        })
      : element('circle', { cx: x, cy: y, r, fill: colour, ...outline });
  if (count < 2 || radius < DOT.numbersFrom) return [shape];
  const number = textElement(count > 99 ? '+' : String(count), {
    x,
    y: y + 5,
    'text-anchor': 'middle',
    'font-size': CARD.smallSize - 1,
    'font-weight': 600,
    fill: isCopy && !isFirst ? PALETTE.text : PALETTE.onMark,
  });
  return [shape, number];
}

function drawTimes(
  axis: TimeAxis,
  { unit, starts, y }: { unit: 'hour' | 'day'; starts: readonly number[]; y: number },
): string[] {
  return [
    element('line', { x1: PLOT.left, x2: PLOT.right, y1: y, y2: y, stroke: PALETTE.muted }),
    ...drawCuts(axis, y),
    drawSmall(nameBucket(unit, starts[0]!), { x: PLOT.left, y: y + 20 }),
    drawSmall(nameBucket(unit, starts.at(-1)!), { x: PLOT.right, y: y + 20, 'text-anchor': 'end' }),
  ];
}

/** Says what the marks mean that are not plain. */
function drawLegend(rows: readonly ReportRow[], y: number): string[] {
  const marks = rows.flatMap((row) => row.marks);
  const items = [
    ...(marks.some(({ isFirst }) => isFirst)
      ? [{ text: 'first report', width: 130, isFirst: true, isCopy: false }]
      : []),
    ...(marks.some(({ isCopy }) => isCopy)
      ? [{ text: 'same text as another', width: 190, isFirst: false, isCopy: true }]
      : []),
  ];
  let x: number = CARD.padding + 7;
  return items.flatMap(({ text, width, ...mark }) => {
    const at = x;
    x += width;
    return [
      ...drawMark({ count: 1, ...mark }, { x: at, y: y - 5, radius: 6, colour: PALETTE.bar }),
      drawSmall(text, { x: at + 14, y }),
    ];
  });
}

function drawSmall(
  text: string,
  place: Readonly<Record<string, string | number>> & { readonly x: number; readonly y: number },
): string {
  return textElement(text, { 'font-size': CARD.smallSize, fill: PALETTE.muted, ...place });
}
