import { ABOUT, AT_LEAST, DAYS, MONTHS, PART } from './counted-words.ts';
import { wordsBetween, type FigureToken } from './figure-tokens.ts';
import type { NumberMention } from './number-value.ts';
import { isOrSo } from './read-counted.ts';
import { wordSet } from '../../../text/word-set.ts';

/** How exact a figure says that it is. */
type Bound = 'exact' | 'about' | 'least' | 'most';

/** What a figure is limited to. */
export interface FigureScope {
  readonly bound: Bound;
  /** It counts a part of something, or what was added. */
  readonly isPart: boolean;
  /** The years and months that it is dated by. */
  readonly dates: ReadonlySet<string>;
  /** Days with their months: "january 12". */
  readonly dayDates: ReadonlySet<string>;
  /** Days of the week in its sentence. */
  readonly days: ReadonlySet<string>;
  /** What limits it to a part of a country: "province" of "in the province". */
  readonly regions: ReadonlySet<string>;
  /** Names of places after it, in small letters. */
  readonly places: ReadonlySet<string>;
}

/** Reads what a number of a sentence is limited to. */
export function readScope(tokens: readonly FigureToken[], number: NumberMention): FigureScope {
  return {
    bound: readBound(tokens, number),
    isPart: isOfPart(tokens, number),
    ...readTimes(tokens, number),
    regions: readRegions(tokens, number),
    places: readPlaces(tokens, number),
  };
}

function readBound(tokens: readonly FigureToken[], { from, to }: NumberMention): Bound {
  const [last = '', before = ''] = wordsBetween(tokens, from - 4, from).toReversed();
  if (MOST.has(`${before} ${last}`) || last === 'under') return 'most';
  if (AT_LEAST.has(last)) return 'least';
  return ABOUT.has(last) || isOrSo(tokens, to) ? 'about' : 'exact';
}
const MOST: ReadonlySet<string> = new Set([
  'up to',
  'many as',
  'much as',
  'high as',
  'fewer than',
  'less than',
]);

function isOfPart(tokens: readonly FigureToken[], { from, to }: NumberMention): boolean {
  if (wordsBetween(tokens, from - 3, from).some((word) => PART.has(word))) return true;
  const after = wordsBetween(tokens, to, to + 5);
  if (after.includes('also') || after[0] === 'more') return true;
  if (wordsBetween(tokens, from - 6, to + 8).includes('alone')) return true;
  return (
    tokens[to]?.text === 'of' && /^(?:whom|them|the|those|these)$/.test(tokens[to + 1]?.text ?? '')
  );
}

/**
 * Reads what dates a number. "In September" does wherever it is in the sentence; other months and years do before
 * the number or in its clause, so that "the tsunami of 2004" at the end of a sentence dates nothing.
 */
function readTimes(
  tokens: readonly FigureToken[],
  { to }: NumberMention,
): Pick<FigureScope, 'dates' | 'dayDates' | 'days'> {
  const [dates, dayDates, days] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const comma = tokens.findIndex(({ text }, at) => at >= to && (text === ',' || text === ';'));
  const end = comma < 0 ? tokens.length : comma;
  for (const [at, { text, isCapital }] of tokens.entries()) {
    const isNear = at < end || saysWhen(tokens, at);
    if (/^(?:19|20)\d\d$/.test(text) && isNear) dates.add(text);
    if (isCapital && MONTHS.has(text)) {
      const day = dayBeside(tokens, at);
      if (day !== undefined) dayDates.add(`${text} ${day}`);
      else if (isNear) dates.add(text);
    }
    if (isCapital && DAYS.has(text)) days.add(text);
  }
  return { dates, dayDates, days };
}

/** Whether a word follows "in", "since" or the like, perhaps with "early" or a month in between. */
function saysWhen(tokens: readonly FigureToken[], at: number): boolean {
  const [before = '', last = ''] = [tokens[at - 2]?.text, tokens[at - 1]?.text];
  const isBetween = /^(?:early|late|mid|last)$/.test(last) || MONTHS.has(last);
  return WHEN.has(last) || (isBetween && WHEN.has(before));
}
const WHEN: ReadonlySet<string> = new Set(['in', 'since', 'during', 'on']);

/** The day of the month before or after the name of a month. */
function dayBeside(tokens: readonly FigureToken[], at: number): string | undefined {
  const next = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  return [tokens[next], tokens[at - 1]].find(
    (token) => token?.kind === 'number' && /^(?:[1-9]|[12]\d|3[01])$/.test(token.text),
  )?.text;
}

/** "In the province", "in his district", "in the whole of Syria" after a number. */
function readRegions(tokens: readonly FigureToken[], { to }: NumberMention): ReadonlySet<string> {
  const near = tokens.slice(to, to + 8).map(({ text }) => text);
  const at = near.indexOf('in');
  const region = at < 0 ? undefined : near.slice(at + 1, at + 4).find((word) => REGIONS.has(word));
  return new Set(region === undefined ? [] : [region]);
}
/** "Whole" says that there is more than one: a country of two, a city of a province. */
const REGIONS = wordSet(
  'whole province provinces district districts city town village state region county capital',
);

/** "In the whole of Syria", "in the town of Marrow". */
const BEFORE_PLACE: ReadonlySet<string> = new Set([...REGIONS, 'the', 'whole', 'all', 'of']);

/** How many tokens after a number a place may follow. */
const PLACE_TOKENS = 12;

/** Names after "in" or "at" behind a number, within its clause. */
function readPlaces(tokens: readonly FigureToken[], { to }: NumberMention): ReadonlySet<string> {
  const places = new Set<string>();
  let isPlace = false;
  for (const { text, isCapital, kind } of tokens.slice(to, to + PLACE_TOKENS)) {
    if (text === '.' || text === ';') break;
    if (text === 'in' || text === 'at') isPlace = true;
    else if (!isCapital && !BEFORE_PLACE.has(text)) isPlace = false;
    else if (isPlace && isCapital && kind === 'word' && !MONTHS.has(text) && !DAYS.has(text))
      places.add(text);
  }
  return places;
}
