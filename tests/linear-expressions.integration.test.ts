import { describe, expect, it } from 'vitest';
import { cleanText } from '../src/article/clean-text.ts';
import { createStepCounter } from './support/expressions/count-steps.ts';
import { findExpressions, type FoundExpression } from './support/expressions/find-expressions.ts';
import { buildHostileInputs } from './support/expressions/hostile-inputs.ts';

/** Lengths of the hostile inputs. A first short one rules most of them out. */
const SIZES = { first: 100, half: 400, whole: 800 } as const;
/** Steps for each character with which an expression is not even worth a second look. */
const CHEAP = 20;
const MOST_STEPS = 3_000_000;
/** Doubling an input doubles linear work. The square would be four times as much. */
const MOST_GROWTH = 2.7;

/**
 * Where an expression may grow faster, since what it reads is short: the file, the most characters that
 * it reads, and why there can't be more.
 */
const SHORT: Readonly<Record<string, { readonly mostChars: number; readonly why: string }>> = {
  'src/article/json/parse-json.ts': { mostChars: 200, why: 'a message of the engine' },
  'src/article/scraped/read-byline.ts': { mostChars: 160, why: 'longer lines are no bylines' },
  'src/article/scraped/subhead.ts': { mostChars: 200, why: 'longer paragraphs are no sub-heads' },
  'src/store/engines/redis/explain-redis-error.ts': {
    mostChars: 300,
    why: 'a message of the driver',
  },
  'src/store/engines/explain-sqlite-error.ts': { mostChars: 300, why: 'a message of the driver' },
  'src/summary/reading/boilerplate-sentence.ts': { mostChars: 300, why: 'openings are cut' },
  'src/text/dateline/dateline.ts': { mostChars: 110, why: 'openings are cut' },
  'src/text/places/place-table.ts': { mostChars: 100, why: 'names of countries' },
};

/** Files whose texts have passed `cleanText`: no white space in a row. */
const CLEANED: ReadonlySet<string> = new Set(['src/story/brief/headline-faults.ts']);

const expressions = await findExpressions(['src', 'commands']);

describe('the regular expressions of the program', () => {
  it('are found', () => {
    expect(expressions.length).toBeGreaterThan(500);
    expect(expressions.some(({ source }) => source.includes('Agence'))).toBe(true);
  });

  it(
    'take time in proportion to a hostile input made of what they look for',
    { timeout: 240_000 },
    () => {
      expect(expressions.map(findGrowth).filter((growth) => growth !== undefined)).toEqual([]);
    },
  );

  it.each([
    ['finds the square', /[\s,]+$/u, true],
    ['finds the square of a pair', /^(.*?)[\s.,-]*[([]([^()[\]]{2,120})[)\]]\.?$/u, true],
    ['finds the square behind an opening', /<!--.*?-->/su, true],
    ['finds the exponential', /^(?:a+)+$/u, true],
    ['accepts what is linear', /[.!?]\s+[A-Z]/u, false],
    ['accepts an end', /[.!?]$/u, false],
    ['accepts bounded repetition', /\bvia .{0,30}photo/u, false],
    ['accepts a quotation', /(["'])[^"']*\1/u, false],
  ])('are judged by a measure that %s', (_, { source, flags }, grows) => {
    expect(findGrowth({ source, flags, files: [] }) !== undefined).toBe(grows);
  });
});

/** Finds a hostile input for which the work grows too fast. Undefined if there is none. */
function findGrowth({ source, flags, files }: FoundExpression) {
  const count = createStepCounter({ source, flags }, MOST_STEPS);
  const limits = files.map((file) => SHORT[file]?.mostChars ?? Infinity);
  const mostChars = limits.length === 0 ? Infinity : Math.max(...limits);
  const isCleaned = files.length > 0 && files.every((file) => CLEANED.has(file));
  for (const build of buildHostileInputs({ source, flags })) {
    const input = (size: number): string => (isCleaned ? cleanText(build(size)) : build(size));
    if (count(input(SIZES.first)) < SIZES.first * CHEAP) continue;
    if (mostChars < Infinity) {
      const steps = count(input(mostChars).slice(0, mostChars));
      if (steps >= MOST_STEPS) return { source, files, steps, input: input(12) };
      continue;
    }
    const half = count(input(SIZES.half));
    if (half < SIZES.half * CHEAP) continue;
    const whole = count(input(SIZES.whole));
    if (whole >= MOST_STEPS || whole / half > MOST_GROWTH)
      return { source, files, growth: whole / half, input: input(12) };
  }
  return undefined;
}
