import { cleanText } from '../../clean-text.ts';
import { findDate } from '../../find-date.ts';
import { readDate, type Fields } from '../../read-fields.ts';
import { isBesideReport } from '../beside-report.ts';
import { findElements, hasWord, isInside, named, type ElementTest } from '../tree/find-elements.ts';
import type { PageElement } from '../tree/page-node.ts';

/** When a page's article was published, as far as the page says so. */
export interface PageDate {
  readonly iso: string;
  readonly dayOnly: boolean;
  /** The page states it for machines as its article's date of publication. */
  readonly isStated: boolean;
}

/** A page's statements about its dates, the most certain first. */
export interface DateStatements {
  readonly published: readonly unknown[];
  readonly modified: readonly unknown[];
}

/** Nothing on the web is older. Such a date is a program's zero, or what the article is about. */
const FIRST_YEAR = 1990;

/** What a page says about the date of its article. */
export interface PageDates {
  readonly published?: PageDate;
  /** When it was changed, if the page says only that. */
  readonly changed?: PageDate;
}

/** Finds when a page's article was published: from a statement for machines, else from an element for dates. */
export function findPageDate(
  page: PageElement,
  { published, modified }: DateStatements,
): PageDates {
  const offset = [...published, ...modified].map(readOffset).find((each) => each !== undefined);
  const stated = firstDate(published, offset);
  if (stated) return { published: { ...stated, isStated: true } };
  const marked = findMarkedDate(page, offset);
  if (marked) return { published: marked };
  const changed = firstDate(modified, offset);
  return changed ? { changed: { ...changed, isStated: false } } : {};
}

function firstDate(values: readonly unknown[], offset?: string): Fields['published'] {
  for (const value of values) {
    const date = readPageDate(value, offset);
    if (date) return date;
  }
  return undefined;
}

/**
 * Finds the first full date in a line that is shown. "02.03.26" is one there, because no other
 * numbers are written like that beside a report.
 */
export function findShownDate(
  text: string,
): (PageDate & { rest: string; before: string }) | undefined {
  const full = text.replace(
    /(?<![\d.])(\d{2}\.\d{2}\.)(\d{2})(?![\d.])/gu,
    (_, day: string, year: string) => `${day}20${year}`,
  );
  const found = findDate(full);
  if (!found || Number(found.iso.slice(0, 4)) < FIRST_YEAR) return undefined;
  const before = full.slice(0, found.start);
  return {
    iso: found.iso,
    dayOnly: found.dayOnly,
    isStated: false,
    before,
    rest: `${before} ${full.slice(found.end)}`,
  };
}

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
function readPageDate(value: unknown, offset?: string): Fields['published'] {
  const text = typeof value === 'string' ? value.trim() : value;
  const local = typeof text === 'string' ? LOCAL_TIME.exec(text)?.[0] : undefined;
  const zoned = local === undefined ? text : `${local.replace(' ', 'T')}${offset ?? 'Z'}`;
  const date = readDate(zoned);
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

/** Finds a date that is marked up for machines, else one where bylines usually are. */
function findMarkedDate(page: PageElement, offset?: string): PageDate | undefined {
  for (const is of MARKED) {
    for (const element of findElements(page, is)) {
      if (isBesideReport(element)) continue;
      const said = element.getAttribute('content') ?? element.getAttribute('datetime');
      const date = readPageDate(said ?? cleanText(element.textContent), offset);
      if (date) return { ...date, isStated: is === isDatePublished };
    }
  }
  for (const element of findElements(page, isNamedForDate)) {
    if (isBesideReport(element)) continue;
    const found = findShownDate(cleanText(element.textContent).slice(0, 200));
    if (found) return { iso: found.iso, dayOnly: found.dayOnly, isStated: false };
  }
  return undefined;
}

const isDatePublished: ElementTest = (element) => hasWord(element, 'itemprop', 'datePublished');
const isTime: ElementTest = (element) =>
  element.localName === 'time' && element.getAttribute('datetime') !== null;
const MARKED: readonly ElementTest[] = [
  isDatePublished,
  (element) => element.localName === 'time' && element.getAttribute('pubdate') !== null,
  (element) => isTime(element) && isInside(element, named('article main')),
  isTime,
];
const isNamedForDate: ElementTest = (element) =>
  /byline|date|timestamp|publish|posted/iu.test(element.getAttribute('class') ?? '');
