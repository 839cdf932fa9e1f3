import type { DateBasis } from '../article/article.ts';
import { renderLine } from './render-text.ts';
import { renderTimeStamp } from './time-stamp.ts';

/** Longest names of a publisher and of a place that are shown whole. */
const SIZES = { source: 80, place: 60 } as const;

/** What the small line below a headline tells; everything may be missing. */
export interface Byline {
  readonly source?: string | undefined;
  /** Where the report was written, as its dateline prints it. */
  readonly place?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly dayOnly?: boolean | undefined;
  readonly dateBasis?: DateBasis | undefined;
  /** Of a story: its distinct publishers and its articles. */
  readonly publisherCount?: number;
  readonly articleCount?: number;
}

/** The small line below a headline: "Harbour Post · DERNA, Libya · 2 hours ago · 4 publishers · 6 articles"; may be empty. */
export function renderByline(byline: Byline): string {
  const {
    source,
    place,
    publishedAt,
    dayOnly = false,
    dateBasis,
    publisherCount = 0,
    articleCount = 0,
  } = byline;
  const stamp = renderTimeStamp(publishedAt, 'R', { dayOnly });
  const parts = [
    source && renderLine(source, SIZES.source),
    place && renderLine(place, SIZES.place),
    stamp && (isFirstSight(dateBasis) ? `first seen ${stamp}` : stamp),
    publisherCount > 1 && `${publisherCount} publishers`,
    articleCount > 1 && `${articleCount} articles`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : `-# ${parts.join(' · ')}`;
}

/** No publisher stated such a date, or it lay in the future: it is when the article was first read. */
function isFirstSight(basis: DateBasis | undefined): boolean {
  return basis === 'first-seen' || basis === 'clamped';
}
