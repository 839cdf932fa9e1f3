import { buildTimeline, rankTimeline } from '../src/story/facts/timeline/build-timeline.ts';
import type { TimelineEntry } from '../src/story/facts/timeline/timeline.ts';
import { findUpdates, type DayUpdate } from '../src/story/facts/updates/find-updates.ts';
import { NO_EVAL_DATA } from './support/read-eval.ts';
import { scoreTimeline, scoreUpdate, type TimelineScore } from './support/score-timeline.ts';
import { countMentions, countPublications, takeCentralLeads } from './support/timeline-floors.ts';
import { readTimelineTopics, type TimelineTopic } from './support/timeline-topics.ts';

/** As many as any reference asks for. */
const ENOUGH = { dates: 400, sentences: 8 } as const;

/** The product's view: so many dates, a line each. */
const FREE_DATES = 20;

/** Prints how well stories are told by date, and what each day adds, beside simpler ways in the same run. */
export async function run(): Promise<void> {
  const topics = readTimelineTopics();
  if (!topics) {
    console.log(NO_EVAL_DATA);
    return;
  }
  console.log('T17, five topics (development set): F1 of dates / words / word pairs');
  print('', 'as long as the references', `${FREE_DATES} dates, a line each`);
  const started = process.cpuUsage();
  const long = topics.map((topic) => rankTimeline(topic.articles, { ...topic, ...ENOUGH }));
  const free = topics.map((topic) =>
    buildTimeline(topic.articles, { ...topic, dates: FREE_DATES }),
  );
  const { user, system } = process.cpuUsage(started);
  printTimelines('ours', topics, long, free);
  for (const [name, floor] of [
    ['most published (PubCount)', countPublications],
    ['most mentioned', countMentions],
  ] as const) {
    printTimelines(
      name,
      topics,
      topics.map((topic) => floor(topic, ENOUGH.sentences)),
      topics.map((topic) => keepSpan(topic, floor(topic, 1)).slice(0, FREE_DATES)),
    );
  }
  const articles = topics.reduce((sum, topic) => sum + topic.articles.length, 0);
  const ms = (user + system) / 1000 / (2 * articles);
  console.log(`processor time: ${ms.toFixed(2)} ms an article`);
  console.log('\nWhat a day adds, at most two sentences: F1 of words / word pairs');
  print(
    'ours',
    describeUpdates(topics, (topic) => findUpdates(topic.articles, topic)),
  );
  print('lead of the central report', describeUpdates(topics, takeCentralLeads));
}

function printTimelines(
  name: string,
  topics: readonly TimelineTopic[],
  long: readonly (readonly TimelineEntry[])[],
  free: readonly (readonly TimelineEntry[])[],
): void {
  const usual = topics.map((topic, at) =>
    meanScore(topic.timelines.map((reference) => scoreFitted(long[at]!, reference))),
  );
  const whole = topics.map((topic, at) => {
    const texts = new Map(keepSpan(topic, free[at]!).map((entry) => [entry.date, textOf(entry)]));
    return meanScore(
      topic.timelines.map((reference) => scoreTimeline(texts, datedTexts(reference))),
    );
  });
  print(name, describe(meanScore(usual)), describe(meanScore(whole)));
}

/** As published: within the reference's dates, as many dates as it has and as many sentences a date as it has on average. */
function scoreFitted(
  timeline: readonly TimelineEntry[],
  reference: TimelineTopic['timelines'][number],
): TimelineScore {
  const dates = reference.map(({ date }) => date).toSorted();
  const lines = reference.reduce((sum, { text }) => sum + text.split('\n').length, 0);
  const sentences = Math.max(1, Math.round(lines / dates.length));
  const kept = timeline
    .filter(({ date }) => date >= dates[0]! && date <= dates.at(-1)!)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, dates.length)
    .map((entry) => ({ ...entry, sentences: entry.sentences.slice(0, sentences) }));
  return scoreTimeline(
    new Map(kept.map((entry) => [entry.date, textOf(entry)])),
    datedTexts(reference),
  );
}

function keepSpan<Entry extends { readonly date: string }>(
  { span: [from, to] }: TimelineTopic,
  entries: readonly Entry[],
): Entry[] {
  return entries.filter(({ date }) => date >= from && date <= to);
}

function textOf({ sentences }: Pick<DayUpdate, 'sentences'>): string {
  return sentences.map(({ text }) => text).join('\n');
}

function datedTexts(reference: TimelineTopic['timelines'][number]): Map<string, string> {
  return new Map(reference.map(({ date, text }) => [date, text]));
}

/** The mean over annotators, then days that both have, then topics. */
function describeUpdates(
  topics: readonly TimelineTopic[],
  find: (topic: TimelineTopic) => readonly DayUpdate[],
): string {
  const scores = topics.map((topic) => {
    const found = new Map(find(topic).map((update) => [update.date, textOf(update)]));
    const days = topic.updates[0]!.map(({ date }) => date).filter((date) => found.has(date));
    const byDay = days.map((date) => {
      const references = topic.updates.flatMap((one) => one.filter((day) => day.date === date));
      const each = references.map(({ text }) => scoreUpdate(found.get(date)!, text));
      return { r1: meanOf(each.map(({ r1 }) => r1)), r2: meanOf(each.map(({ r2 }) => r2)) };
    });
    return { r1: meanOf(byDay.map(({ r1 }) => r1)), r2: meanOf(byDay.map(({ r2 }) => r2)) };
  });
  return `${figure(meanOf(scores.map(({ r1 }) => r1)))} / ${figure(meanOf(scores.map(({ r2 }) => r2)))}`;
}

function meanScore(scores: readonly TimelineScore[]): TimelineScore {
  const mean = (part: keyof TimelineScore): number => meanOf(scores.map((score) => score[part]));
  return { date: mean('date'), ar1: mean('ar1'), ar2: mean('ar2') };
}

function describe({ date, ar1, ar2 }: TimelineScore): string {
  return [date, ar1, ar2].map(figure).join(' / ');
}

function figure(value: number): string {
  return value.toFixed(3).replace(/^0/, '');
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

function print(name: string, ...cells: readonly string[]): void {
  console.log((name.padEnd(30) + cells.map((cell) => cell.padEnd(28)).join('')).trimEnd());
}
