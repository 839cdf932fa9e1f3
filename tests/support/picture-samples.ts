import { buildCoverage } from '../../src/render/picture/coverage.ts';
import { drawCoverage } from '../../src/render/picture/coverage-chart.ts';
import { drawEditionMap } from '../../src/render/picture/edition-map.ts';
import { drawSparklines } from '../../src/render/picture/sparklines.ts';
import { drawStoryCoverage } from '../../src/render/picture/story/story-coverage.ts';
import { drawStoryTimeline } from '../../src/render/picture/story/story-timeline.ts';
import { findShape, type Point } from '../../src/render/picture/world-shapes.ts';

const PLACES: readonly (readonly [name: string, point: Point])[] = [
  ['Turkey', [32.9, 39.9]],
  ['Syria', [36.3, 33.5]],
  ['Japan', [139.7, 35.7]],
  ['Ukraine', [30.5, 50.4]],
  ['Brazil', [-47.9, -15.8]],
  ['United States', [-77, 38.9]],
  ['New Zealand', [174.8, -41.3]],
  ['France', [2.35, 48.9]],
  ['Lebanon', [35.5, 33.9]],
  ['Libya', [13.2, 32.9]],
];

/** Names of publishers, some of them hostile. */
const NAMES = [
  'Harbour Post',
  'Газета «Вестник»',
  'BBC عربي',
  '朝日新聞',
  '</text><image href="file:///etc/passwd"/>',
  '\u202etsoP 😀\u0000'.repeat(1_000),
  `z${'\u0301'.repeat(10_000)}`,
];

const drawMap = (from: number, until: number): string =>
  drawEditionMap(
    PLACES.slice(from, until).map(([name, point], index) => ({
      number: index + 1,
      places: [{ name, point, shape: findShape(point) }],
    })),
    '1 of 11 stories names no country',
  );

const drawChart = (): string => {
  const entries = Array.from({ length: 5_000 }, (_, n) => ({
    source: NAMES[(n * n) % NAMES.length]!,
    at: Date.UTC(2024, 2, 1) + ((n * 7_919) % 40) * 86_400_000 + n * 1_000,
  }));
  return drawCoverage(buildCoverage(entries)!).svg;
};

const drawRows = (): string =>
  drawSparklines(
    Array.from({ length: 20 }, (_, n) => ({
      name: NAMES[n % NAMES.length]!,
      counts: Array.from({ length: 14 }, (_day, day) => (n * 13 + day * 7) % 29),
      ...(n < 2 && { trouble: 'failing' }),
    })),
  ).svg;

const DAY_MS = 86_400_000;
const LATER = new Date('2024-06-01T00:00:00Z');

/** Ten dates, of which most are close together, and forty articles with copies. */
const drawTimeline = (): string =>
  drawStoryTimeline({
    dates: ['2019-11-30', '2024-02-28', ...[1, 2, 3, 4, 5, 9, 20, 21].map(dayOfMarch)],
    articles: Array.from({ length: 40 }, (_, n) => ({
      id: `a${n}`,
      voice: `a${n % 3 === 0 ? 0 : n}`,
      title: 'Report',
      lang: 'en',
      source: `Post ${n}`,
      at: Date.parse(dayOfMarch(1 + ((n * n) % 22))),
      seenAt: 0,
      length: 100,
    })),
    now: LATER,
  }).svg;

const dayOfMarch = (day: number): string => `2024-03-${String(day).padStart(2, '0')}`;

/** Thirty publishers in three languages, with copies. */
const drawReports = (): string =>
  drawStoryCoverage({
    articles: Array.from({ length: 90 }, (_, n) => ({
      source: NAMES[n] ?? `Post ${n % 30}`,
      country: ['FR', 'EG', 'JP', undefined][(n % 30) % 4],
      lang: ['en', 'en', 'ar', 'en', 'ja'][(n % 30) % 5]!,
      at: Date.parse(dayOfMarch(1)) + ((n * 7) % 19) * DAY_MS,
      isCopy: n % 4 === 1,
    })).toSorted((a, b) => a.at - b.at),
    isFirstKnown: true,
    now: LATER,
  })!.svg;

/** A picture of every kind, with as much in it as possible. */
export const PICTURE_SAMPLES: readonly { readonly name: string; readonly draw: () => string }[] = [
  { name: 'edition map, whole world', draw: () => drawMap(0, 10) },
  { name: 'edition map, one region', draw: () => drawMap(0, 2) },
  { name: 'coverage', draw: drawChart },
  { name: 'sparklines', draw: drawRows },
  { name: 'timeline of a story', draw: drawTimeline },
  { name: 'coverage of a story', draw: drawReports },
];
