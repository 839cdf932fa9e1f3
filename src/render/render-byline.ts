import type { DateBasis } from '../article/article.ts';
import { renderLine } from './render-text.ts';
import { renderTimeStamp } from './time-stamp.ts';

/** Maximum length of a publisher's and a place's name. */
const SIZES = { source: 80, place: 60 } as const;

/** The facts in the small line below a headline. All are optional. */
export interface Byline {
  readonly source?: string | undefined;
  /** Where the report was written, as printed in its dateline. */
  readonly place?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly dayOnly?: boolean | undefined;
  readonly dateBasis?: DateBasis | undefined;
  /** For a story: the numbers of its distinct publishers and its articles. */
  readonly publisherCount?: number;
  readonly articleCount?: number;
  /** For a story: all its articles are copies of one text. */
  readonly isOneText?: boolean;
  /** For a story: when its first article was published, ISO 8601. */
  readonly firstAt?: string | undefined;
  readonly firstDayOnly?: boolean | undefined;
}

/**
 * Renders the small line below a headline: "Harbour Post · DERNA, Libya · 2 hours ago · 4
 * publishers · 6 articles". May be empty.
 */
export function renderByline(byline: Byline): string {
  const {
    source,
    place,
    publishedAt,
    dayOnly = false,
    dateBasis,
    publisherCount = 0,
    articleCount = 0,
    isOneText = false,
    firstAt,
    firstDayOnly = false,
  } = byline;
  const stamp = renderTimeStamp(publishedAt, 'R', { dayOnly });
  const first = renderTimeStamp(firstAt, 'f', { dayOnly: firstDayOnly });
  const parts = [
    source && renderLine(source, SIZES.source),
    place && renderLine(place, SIZES.place),
    stamp && (isFirstSight(dateBasis) ? `first seen ${stamp}` : stamp),
    publisherCount > 1 && `${publisherCount} publishers`,
    articleCount > 1 && `${articleCount} articles`,
    articleCount > 1 && isOneText && 'one text',
    // A day is not shown twice.
    first && first !== stamp && `first ${first}`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : `-# ${parts.join(' · ')}`;
}

/**
 * Whether the date is when the article was first read, because the publisher stated none, or one in
 * the future.
 */
export function isFirstSight(basis: DateBasis | undefined): boolean {
  return basis === 'first-seen' || basis === 'clamped';
}
