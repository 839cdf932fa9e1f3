import { createNewsWriter, type EventWords } from './build-newswire.ts';

/** What the book of stories reads of an article. */
export interface StreamArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly lang: string;
  readonly publishedAt: string;
}

/** The shape of the stream: how many articles an event has, and for how long it is reported. */
const STREAM = {
  days: 30,
  /** Shares of events. The rest have 2 to 12 articles. */
  singleShare: 0.62,
  largeShare: 0.002,
  large: { from: 50, to: 300 },
  /** Days from an event's first report to its last. */
  smallDays: 2,
  largeDays: { from: 3, to: 10 },
  /** The share of an event's articles that are the text of its first one under another headline. */
  copiedShare: 0.15,
} as const;

const HOUR_MS = 3_600_000;
export const STREAM_HOURS = STREAM.days * 24;
export const FIRST_DAY_MS = Date.UTC(2026, 0, 1);

interface Event {
  readonly words: EventWords;
  left: number;
  text?: string;
}

/**
 * Generates days of made-up news, hour by hour: single reports, events of a few reports, and some of up to 300
 * over days, with copies. Words and lengths are those of `buildNewswire`. Texts are made when they are asked for,
 * so that none stays in memory.
 */
export function* buildStoryStream(
  count: number,
  days: number = STREAM.days,
): Generator<StreamArticle[]> {
  const writer = createNewsWriter(20_260_101);
  const plan = planReports(count, days * 24, writer.random);
  const events = new Map<number, Event>();
  for (const hour of plan) {
    yield hour.map(({ event: number, size, at }) => {
      const event = events.get(number) ?? { words: writer.openEvent(), left: size };
      events.set(number, event);
      const isCopy = event.text !== undefined && writer.random() < STREAM.copiedShare;
      const text = isCopy ? event.text! : writer.writeText(event.words);
      event.text ??= text;
      event.left -= 1;
      if (event.left === 0) events.delete(number);
      const publishedAt = new Date(at).toISOString();
      const title = writer.writeTitle(event.words);
      return { id: writer.writeId(), title, text, lang: 'en', publishedAt };
    });
  }
}

interface Report {
  readonly event: number;
  /** The number of the event's reports. */
  readonly size: number;
  readonly at: number;
}

/** By hour: which events are reported. */
function planReports(count: number, hourCount: number, random: () => number): Report[][] {
  const hours: Report[][] = Array.from({ length: hourCount }, () => []);
  const between = ({ from, to }: { from: number; to: number }): number =>
    from + random() * (to - from);
  for (let [event, planned] = [0, 0]; planned < count; event++) {
    const kind = random();
    const isLarge = kind < STREAM.largeShare;
    const drawn = isLarge
      ? Math.floor(between(STREAM.large))
      : kind < STREAM.largeShare + STREAM.singleShare
        ? 1
        : 2 + Math.floor(random() ** 2 * 11);
    const length = 24 * (isLarge ? between(STREAM.largeDays) : STREAM.smallDays);
    // Some events have begun before the first hour, and some go on after the last one. Most reports come early.
    const begin = random() * (hourCount + length) - length;
    const all = Array.from(
      { length: drawn },
      (_, i) => begin + (i === 0 ? 0 : random() ** 2 * length),
    );
    const inside = all.filter((hour) => hour >= 0 && hour < hourCount);
    const size = Math.min(inside.length, count - planned);
    for (const hour of inside.slice(0, size)) {
      hours[Math.floor(hour)]!.push({ event, size, at: FIRST_DAY_MS + Math.floor(hour * HOUR_MS) });
    }
    planned += size;
  }
  return hours;
}
