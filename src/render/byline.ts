import { renderLine } from './render-text.ts';
import { renderTimeStamp } from './time-stamp.ts';

/** Longest name of a publisher that is shown whole. */
const NAME_SIZE = 80;

/** What the small line below a headline tells; everything may be missing. */
export interface Byline {
  readonly source?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly dayOnly?: boolean | undefined;
  /** Of a story: its distinct publishers and its articles. */
  readonly publisherCount?: number;
  readonly articleCount?: number;
}

/** The small line below a headline: "Harbour Post · 2 hours ago · 4 publishers · 6 articles"; may be empty. */
export function renderByline(byline: Byline): string {
  const { source, publishedAt, dayOnly = false, publisherCount = 0, articleCount = 0 } = byline;
  const parts = [
    source && renderLine(source, NAME_SIZE),
    renderTimeStamp(publishedAt, 'R', { dayOnly }),
    publisherCount > 1 && `${publisherCount} publishers`,
    articleCount > 1 && `${articleCount} articles`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : `-# ${parts.join(' · ')}`;
}
