import { countVoices, type StoryArticle } from '../../../story/story.ts';
import { countOf } from '../../../text/count-of.ts';
import { joinWords, writeAltText } from '../alt-text.ts';
import { nameBucket } from '../bucket-words.ts';
import { buildCard } from '../card.ts';
import { CARD, PALETTE } from '../palette.ts';
import type { Picture } from '../picture.ts';
import { spreadOnLine } from './spread-on-line.ts';
import { element, textElement } from '../svg.ts';
import { createTimeAxis, type TimeAxis } from './time-axis.ts';
import { drawCuts } from './axis-cuts.ts';

/** When a story happened, and when it was reported. */
export interface StoryDates {
  /** The dates of its timeline, ascending: 2024-06-14. At least two. */
  readonly dates: readonly string[];
  readonly articles: readonly StoryArticle[];
  /** Articles dated more than a day later are left out. */
  readonly now: Date;
}

/** A day with articles. */
interface ReportedDay {
  /** Its beginning in UTC, in milliseconds since the epoch. */
  readonly at: number;
  readonly count: number;
  /** How many report independently of each other on that day. */
  readonly voices: number;
}

const DAY_MS = 24 * 3_600_000;
/** Positions of the parts, in units. */
const PLOT = { left: 36, right: CARD.width - 36, top: 74, bottom: 150 } as const;
const LABEL = { distance: 34, top: 176, day: 20, month: 38, year: 55 } as const;
const BAR = { widest: 26, narrowest: 3, numbersFrom: 22 } as const;
/** Days in the description. */
const DAYS_IN_WORDS = 20;

/** Draws the dates of a story to scale, and how many articles each day had; file `timeline.png`. */
export function drawStoryTimeline({ dates, articles, now }: StoryDates): Picture {
  const days = dates.map((date) => Date.parse(`${date}T00:00:00Z`));
  const reported = countDays(articles, now);
  const axis = createTimeAxis([...days, ...reported.map(({ at }) => at)], {
    left: PLOT.left,
    right: PLOT.right,
    unitMs: DAY_MS,
  });
  const hasCopies = reported.some(({ count, voices }) => voices < count);
  return {
    name: 'timeline.png',
    description: describe(days, reported),
    svg: buildCard(
      LABEL.top + LABEL.year + 12,
      textElement('Dates of the story, and articles a day', {
        x: CARD.padding,
        y: 30,
        'font-weight': 600,
      }),
      ...(hasCopies ? drawLegend() : []),
      ...drawBars(reported, axis),
      element('line', {
        x1: PLOT.left - 20,
        x2: PLOT.right + 20,
        y1: PLOT.bottom,
        y2: PLOT.bottom,
        stroke: PALETTE.muted,
      }),
      ...drawCuts(axis, PLOT.bottom),
      ...nameCuts(axis),
      ...drawDates(days, axis),
    ),
  };
}

/** Counts the articles of each day that has any, by time. */
function countDays(articles: readonly StoryArticle[], now: Date): ReportedDay[] {
  const byDay = new Map<number, StoryArticle[]>();
  for (const article of articles) {
    // An article without a date has time 0.
    if (article.at <= 0 || article.at > now.getTime() + DAY_MS) continue;
    const at = Math.floor(article.at / DAY_MS) * DAY_MS;
    byDay.set(at, [...(byDay.get(at) ?? []), article]);
  }
  return [...byDay]
    .map(([at, own]) => ({ at, count: own.length, voices: countVoices(own) }))
    .toSorted((a, b) => a.at - b.at);
}

function nameDay(at: number): string {
  return nameBucket('day', at);
}

function describe(days: readonly number[], reported: readonly ReportedDay[]): string {
  const told = reported
    .slice(0, DAYS_IN_WORDS)
    .map(
      ({ at, count, voices }) =>
        `${count} on ${nameDay(at)}${voices < count ? ` (${voices} independent)` : ''}`,
    );
  const more = reported.length - told.length;
  return writeAltText([
    `A line of time with the ${countOf(days.length, 'date')} of the story: ${joinWords(days.map(nameDay))}.`,
    ...(reported.length > 0
      ? [
          `Articles a day: ${joinWords([...told, ...(more > 0 ? [`more on ${countOf(more, 'day')}`] : [])])}.`,
        ]
      : []),
  ]);
}

/** Only needed if there are other articles than independent ones. */
function drawLegend(): string[] {
  const items = [
    { x: CARD.padding, colour: PALETTE.bar, text: 'independent' },
    { x: CARD.padding + 130, colour: PALETTE.others, text: 'others' },
  ];
  return items.flatMap(({ x, colour, text }) => [
    element('rect', { x, y: 42, width: 12, height: 12, rx: 2, fill: colour }),
    textElement(text, { x: x + 19, y: 53, 'font-size': CARD.smallSize, fill: PALETTE.muted }),
  ]);
}

function drawBars(reported: readonly ReportedDay[], axis: TimeAxis): string[] {
  const most = Math.max(1, ...reported.map(({ count }) => count));
  const width = Math.max(BAR.narrowest, Math.min(BAR.widest, axis.step * 0.8));
  const isRoomy = axis.step >= BAR.numbersFrom || reported.length === 1;
  return reported.flatMap(({ at, count, voices }) => {
    const heightOf = (part: number): number => (part / most) * (PLOT.bottom - PLOT.top);
    const x = axis.xOf(at) - width / 2;
    const draw = (from: number, to: number, fill: string): string =>
      element('rect', {
        x,
        y: PLOT.bottom - heightOf(to),
        width,
        // A line of background separates the two parts even without colour.
        height: Math.max(1, heightOf(to - from) - 1),
        fill,
      });
    return [
      draw(0, voices, PALETTE.bar),
      ...(voices < count ? [draw(voices, count, PALETTE.others)] : []),
      ...(isRoomy || count === most
        ? [
            textElement(String(count), {
              x: axis.xOf(at),
              y: PLOT.bottom - heightOf(count) - 5,
              'text-anchor': 'middle',
              'font-size': CARD.smallSize,
              fill: PALETTE.muted,
            }),
          ]
        : []),
    ];
  });
}

/** Says how many days a cut leaves out. */
function nameCuts({ cuts }: TimeAxis): string[] {
  return cuts.map(({ x, length }) =>
    textElement(countOf(length, 'day'), {
      x,
      y: PLOT.bottom - 14,
      'text-anchor': 'middle',
      'font-size': CARD.smallSize,
      fill: PALETTE.muted,
    }),
  );
}

/** Draws a dot on the line for each date, and below it the date, beside those of its neighbours. */
function drawDates(days: readonly number[], axis: TimeAxis): string[] {
  const points = days.map((at) => axis.xOf(at));
  const xs = spreadOnLine(points, LABEL.distance, [PLOT.left, PLOT.right]);
  return days.flatMap((at, index) => {
    const [day = '', month = '', year = ''] = nameBucket('day', at).split(' ');
    const isNewYear =
      index === 0 || new Date(days[index - 1]!).getUTCFullYear() !== new Date(at).getUTCFullYear();
    const small = { 'text-anchor': 'middle', 'font-size': CARD.smallSize, fill: PALETTE.muted };
    const [x, point] = [xs[index]!, points[index]!];
    return [
      element('path', {
        d: `M${point.toFixed(1)} ${PLOT.bottom}L${x.toFixed(1)} ${LABEL.top + 2}`,
        stroke: PALETTE.mark,
        fill: 'none',
      }),
      element('circle', { cx: point, cy: PLOT.bottom, r: 5, fill: PALETTE.mark }),
      textElement(day, {
        x,
        y: LABEL.top + LABEL.day,
        'text-anchor': 'middle',
        'font-weight': 600,
      }),
      textElement(month, { x, y: LABEL.top + LABEL.month, ...small }),
      ...(isNewYear ? [textElement(year, { x, y: LABEL.top + LABEL.year, ...small })] : []),
    ];
  });
}
