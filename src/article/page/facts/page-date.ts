import { cleanText } from '../../clean-text.ts';
import { parseFeedDate } from '../../feed/dates/feed-date.ts';
import { readDate, type Fields } from '../../read-fields.ts';
import { isBesideReport } from '../beside-report.ts';
import { CHANGED, findShownDate, FIRST_YEAR, type PageDate } from './shown-date.ts';
import {
  findElements,
  hasProperty,
  hasWord,
  isInside,
  named,
  type ElementTest,
} from '../tree/find-elements.ts';
import type { PageElement } from '../tree/page-node.ts';

/** A page's statements about its dates, the most certain first. */
export interface DateStatements {
  readonly published: readonly unknown[];
  readonly modified: readonly unknown[];
  /** The language of the page. */
  readonly lang?: string | undefined;
}

/** What helps to read a date: the zone of the page's other dates, and its language. */
interface DateContext {
  readonly offset?: string | undefined;
  readonly lang?: string | undefined;
}

/** What a page says about the date of its article. */
export interface PageDates {
  readonly published?: PageDate;
  /** A time that stands anywhere, for pages that say nothing else: it may be of something else. */
  readonly loose?: PageDate;
  /** When it was changed, if the page says only that. */
  readonly changed?: PageDate;
}

/** Finds when a page's article was published: from a statement for machines, else from an element for dates. */
export function findPageDate(
  page: PageElement,
  { published, modified, lang }: DateStatements,
): PageDates {
  const offset = [...published, ...modified].map(readOffset).find((each) => each !== undefined);
  const stated = firstDate(published, { offset, lang });
  const marked = stated?.dayOnly === false ? undefined : findMarkedDate(page, { offset, lang });
  if (stated) return { published: { ...withTime(stated, [marked]), isStated: true } };
  const shown = findNamedDates(page, lang);
  const first = marked ?? shown.published;
  if (first) return { published: first };
  const loose = findTime(page, isTime, { offset, lang });
  const changed = firstDate(modified, { offset, lang }) ?? shown.changed;
  return { ...(loose && { loose }), ...(changed && { changed: { ...changed, isStated: false } }) };
}

function firstDate(values: readonly unknown[], where: DateContext): Fields['published'] {
  const dates = values.map((value) => readPageDate(value, where));
  const first = dates.find((date) => date !== undefined);
  return first && withTime(first, dates);
}

/** The first of other dates that is an instant of a day, or else the day. */
function withTime(day: StatedDate, others: readonly (StatedDate | undefined)[]): StatedDate {
  if (!day.dayOnly) return day;
  const isOfDay = (other: StatedDate | undefined): boolean =>
    other?.dayOnly === false && other.iso.slice(0, 10) === day.iso.slice(0, 10);
  return others.find(isOfDay) ?? day;
}

type StatedDate = NonNullable<Fields['published']>;

/** The day in an address: /2023/09/14/. */
export function findUrlDay(url: string | undefined): PageDate | undefined {
  const day = /\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/u.exec(url ?? '');
  const date =
    day && readPageDate(`${day[1]}-${day[2]?.padStart(2, '0')}-${day[3]?.padStart(2, '0')}`);
  return date ? { ...date, isStated: false } : undefined;
}

/**
 * Reads a date. A clock without a zone is that of the place, so it counts in the zone of the page's
 * other dates. If those have none, only the day is known.
 */
function readPageDate(value: unknown, { offset, lang }: DateContext = {}): Fields['published'] {
  const text = typeof value === 'string' ? value.trim() : value;
  const local = typeof text === 'string' ? LOCAL_TIME.exec(text)?.[0] : undefined;
  const zoned = local === undefined ? text : `${local.replace(' ', 'T')}${offset ?? 'Z'}`;
  const isIso = typeof zoned !== 'string' || /^\d{4}-\d{2}-\d{2}[T ]/u.test(zoned);
  const date = (isIso ? undefined : parseFeedDate(zoned, lang, 'day')) ?? readDate(zoned);
  if (!date || Number(date.iso.slice(0, 4)) < FIRST_YEAR) return undefined;
  if (local === undefined || offset !== undefined) return date;
  return { iso: `${local.slice(0, 10)}T00:00:00.000Z`, dayOnly: true };
}

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/u;

/** The zone at the end of a date: "+01:00", "Z". */
function readOffset(value: unknown): string | undefined {
  return typeof value === 'string'
    ? /^\d{4}-\d{2}-\d{2}[T ][\d:.]+ ?(Z|[+-]\d{2}:?\d{2})$/iu.exec(value.trim())?.[1]
    : undefined;
}

/** Finds a date that is marked up for machines. */
function findMarkedDate(page: PageElement, where: DateContext): PageDate | undefined {
  for (const is of MARKED) {
    const date = findTime(page, is, where);
    if (date) return date;
  }
  return undefined;
}

/** Finds the first dates in elements that are named for one. */
function findNamedDates(page: PageElement, lang: string | undefined): PageDates {
  let changed: PageDate | undefined;
  for (const element of findElements(page, isNamedForDate)) {
    if (isBesideReport(element)) continue;
    const found = findShownDate(cleanText(element.textContent).slice(0, 200), lang);
    if (!found) continue;
    const date = { iso: found.iso, dayOnly: found.dayOnly, isStated: false };
    if (!CHANGED.test(found.before)) return { published: date };
    changed ??= date;
  }
  return changed ? { changed } : {};
}

function findTime(page: PageElement, is: ElementTest, where: DateContext): PageDate | undefined {
  for (const element of findElements(page, is)) {
    if (isBesideReport(element)) continue;
    const said = ['content', 'datetime', 'title']
      .map((name) => element.getAttribute(name))
      .find((value) => value !== null);
    const date = readPageDate(said ?? cleanText(element.textContent), where);
    if (date) return { ...date, isStated: is === isDatePublished };
  }
  return undefined;
}

const isDatePublished: ElementTest = (element) => hasProperty(element, 'datePublished');
const isTime: ElementTest = (element) =>
  element.localName === 'time' && element.getAttribute('datetime') !== null;
const MARKED: readonly ElementTest[] = [
  isDatePublished,
  (element) => element.localName === 'time' && element.getAttribute('pubdate') !== null,
  (element) => element.localName === 'abbr' && hasWord(element, 'class', 'published'),
  (element) => isTime(element) && isInside(element, named('article main')),
];
const isNamedForDate: ElementTest = (element) =>
  /byline|(?<!up)date(?!d)|timestamp|publish|posted/iu.test(element.getAttribute('class') ?? '');
