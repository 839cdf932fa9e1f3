import { createNewsWriter, type EventWords } from '../support/build-newswire.ts';

/** A report of one feed. */
export interface FeedReport {
  readonly number: number;
  readonly title: string;
  readonly at: Date;
  readonly paragraphs: readonly string[];
}

/** How often a feed publishes, and how long an event is reported by all that report it. */
const NEWS_PACE = { everyMs: 60_000, eventMs: 120_000 } as const;

/** The share of a feed's reports that are on the event of their time; the others are on something of their own. */
const EVENT_SHARE = 0.5;

/**
 * What a feed has published by `now`, newest first. It depends on nothing but the numbers given, so that a publisher
 * that was killed has the same reports again.
 */
export function listReports(seed: number, feed: number, now: number, count: number): FeedReport[] {
  const newest = Math.floor((now - offsetOf(feed)) / NEWS_PACE.everyMs);
  return Array.from({ length: count }, (_, back) => writeReport(seed, feed, newest - back));
}

/** The report of a feed with a number, which says when it is published. */
export function writeReport(seed: number, feed: number, number: number): FeedReport {
  const at = number * NEWS_PACE.everyMs + offsetOf(feed);
  const writer = createNewsWriter(Math.imul(seed ^ number, 31) ^ (feed * 65_537));
  const isShared = writer.random() < EVENT_SHARE;
  const event = isShared ? openEvent(seed, Math.floor(at / NEWS_PACE.eventMs)) : writer.openEvent();
  return {
    number,
    title: writer.writeTitle(event),
    at: new Date(at),
    paragraphs: writer.writeText(event).split('\n\n'),
  };
}

/** A headline on the event that is reported at an instant. */
export function writeEventTitle(seed: number, at: number): string {
  const event = Math.floor(at / NEWS_PACE.eventMs);
  return createNewsWriter(seed ^ event).writeTitle(openEvent(seed, event));
}

function openEvent(seed: number, event: number): EventWords {
  return createNewsWriter(seed ^ Math.imul(event, 7)).openEvent();
}

/** Feeds publish one after the other, not all at one moment. */
function offsetOf(feed: number): number {
  return (feed * 7_919) % NEWS_PACE.everyMs;
}
