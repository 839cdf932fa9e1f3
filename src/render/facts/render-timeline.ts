import { renderAttributed, type Attribution } from '../render-story-parts.ts';
import { renderTimeStamp } from '../time-stamp.ts';

/** A date, and what happened on it. */
export interface TimelineItem extends Attribution {
  /** 2024-06-14. */
  readonly date: string;
  readonly text: string;
}

/** Renders a timeline, a block of two lines a date. */
export function renderTimeline(items: readonly TimelineItem[]): string[][] {
  return items.map(({ date, ...sentence }) => [
    `**${renderTimeStamp(`${date}T00:00:00Z`, 'D', { dayOnly: true }) ?? date}**`,
    renderAttributed(sentence),
  ]);
}
