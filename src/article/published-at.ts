import { findDateline } from '../text/dateline/dateline.ts';
import type { Caption, DateBasis } from './article.ts';
import { MONTH_NUMBERS } from './calendar-words.ts';
import { dayToIso, findDate, type FoundDate } from './find-date.ts';
import { findLeadWeekday, nextWeekday, previousWeekday } from './scraped/lead-weekday.ts';

/** An article's date and how it was found. */
export interface PublishedAt {
  readonly publishedAt?: string;
  readonly dayOnly?: boolean;
  readonly dateBasis: DateBasis;
}

/** Where an article's date may be found. */
export interface DateEvidence {
  /** A field of the document: a header, front matter, JSON. */
  readonly header?: Pick<FoundDate, 'iso' | 'dayOnly'>;
  readonly published?: Pick<FoundDate, 'iso' | 'dayOnly'>;
  readonly updated?: Pick<FoundDate, 'iso' | 'dayOnly'>;
  readonly captions: readonly Caption[];
  readonly lead: string;
  /** When the file was last modified. */
  readonly modifiedAt?: Date;
}

/**
 * A weekday in the lead is the report's day if it is at most this many days after the caption's
 * date. If it is further away, it is more likely the day before the picture was taken: a report of
 * Thursday tells what happened on Wednesday.
 */
const MAX_DAYS_AFTER_CAPTION = 4;

/** Determines a report's date from the most certain evidence. */
export function findPublishedAt(evidence: DateEvidence): PublishedAt {
  const { header, published, updated, modifiedAt } = evidence;
  if (header) return dated(header.iso, header.dayOnly, 'header');
  const byline = published ?? updated;
  if (byline) return dated(byline.iso, byline.dayOnly, 'byline');

  const captionDay = findCaptionDay(evidence.captions);
  const openingDay = findOpeningDay(evidence.lead, captionDay ?? modifiedAt?.toISOString());
  if (openingDay) return dated(openingDay, true, 'byline');
  const weekday = findLeadWeekday(evidence.lead);
  const named = weekday === undefined ? undefined : findNamedDay(evidence.lead, weekday);
  if (named) return dated(named, true, captionDay === named ? 'caption' : 'lead-weekday');
  if (captionDay) {
    const day = weekday === undefined ? captionDay : nextWeekday(captionDay, weekday);
    const daysAfter = (Date.parse(day) - Date.parse(captionDay)) / DAY_MS;
    return daysAfter > 0 && daysAfter <= MAX_DAYS_AFTER_CAPTION
      ? dated(day, true, 'lead-weekday')
      : dated(captionDay, true, 'caption');
  }
  if (!modifiedAt) return { dateBasis: 'unknown' };
  if (weekday === undefined) return dated(modifiedAt.toISOString(), false, 'file');
  return dated(previousWeekday(modifiedAt.toISOString(), weekday), true, 'lead-weekday');
}

/** The day of the newest picture that isn't from an archive, at 00:00Z. */
export function findCaptionDay(captions: readonly Caption[]): string | undefined {
  let newest: string | undefined;
  for (const { text, credit } of captions) {
    if (ARCHIVE.test(text) || (credit && /\b(?:file|archive)\b/iu.test(credit))) continue;
    const day = findDate(text)?.iso.slice(0, 10);
    if (day && (!newest || day > newest)) newest = day;
  }
  return newest && `${newest}T00:00:00.000Z`;
}

const DAY_MS = 86_400_000;
const ARCHIVE =
  /^FILE\b|^File (?:photo|picture)|\b(?:file|archive) (?:photo|picture|image)|\((?:file|archive)\)/iu;

/**
 * The full date next to the weekday: "on Sunday, March 10, 2024". A date on another weekday is in
 * the past.
 */
function findNamedDay(lead: string, weekday: number): string | undefined {
  const day = findDate(lead)?.iso.slice(0, 10);
  const falls = day !== undefined && new Date(day).getUTCDay() === weekday;
  return falls ? `${day}T00:00:00.000Z` : undefined;
}

/**
 * "BEIJING, Sept. 14 (Xinhua)": the year is the one that brings the day closest to the anchor from
 * before.
 */
function findOpeningDay(lead: string, anchor: string | undefined): string | undefined {
  const words = anchor && findDateline(lead)?.day?.toLowerCase().replace('.', '').split(' ');
  if (!words) return undefined;
  const month = words.map((word) => MONTH_NUMBERS.get(word)).find(Boolean);
  const day = words.map(Number).find((number) => number > 0);
  if (!month || !day) return undefined;
  const year = Number(anchor.slice(0, 4));
  const days = [year, year - 1].map((each) => dayToIso({ year: each, month, day }));
  return days.find((iso) => iso && Date.parse(iso) <= Date.parse(anchor) + 7 * DAY_MS);
}

function dated(iso: string, dayOnly: boolean, dateBasis: DateBasis): PublishedAt {
  const publishedAt = new Date(iso).toISOString();
  return dayOnly ? { publishedAt, dayOnly, dateBasis } : { publishedAt, dateBasis };
}
