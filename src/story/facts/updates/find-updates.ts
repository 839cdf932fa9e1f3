import type { BriefSentence } from '../../brief/brief.ts';
import { isoOfDay } from '../timeline/calendar-day.ts';
import { measureEarlierLikeness } from '../timeline/earlier-likeness.ts';
import { createLineRules } from '../timeline/line-rules.ts';
import {
  groupByDay,
  readStorySentences,
  showSentence,
  type ReadArticle,
  type StorySentence,
} from '../timeline/story-sentences.ts';
import { addVector, cosineOf, cosineWith, normalize } from '../timeline/term-vector.ts';
import { TIMELINE, type TimelineArticle, type TimelineOptions } from '../timeline/timeline.ts';

/** What the reports of a day add to a story, word for word. */
export interface DayUpdate {
  /** 2024-06-14: the day of the reports. */
  readonly date: string;
  /** In the order of choice. Empty if none can be understood alone. */
  readonly sentences: readonly BriefSentence[];
}

/** Chosen on five topics of T17 as development set. */
const UPDATES = {
  /** The most sentences of a day. */
  sentences: 2,
  /** What nearness to the middle of the story counts for, beside nearness to the day's reports. */
  nearness: 0.2,
  /** What likeness to a sentence of an earlier day costs: what was said before is seldom quite useless. */
  earlier: 0.2,
  /** What likeness to the sentence before costs. */
  alike: 0.5,
} as const;

/** Finds for each day with reports what they say that no earlier article of the story said. In order. */
export function findUpdates(
  articles: readonly TimelineArticle[],
  { sentences = UPDATES.sentences, ...options }: Omit<TimelineOptions, 'dates'> = {},
): DayUpdate[] {
  const story = readStorySentences(articles, options);
  const { isAlone } = createLineRules(story);
  const likeness = measureEarlierLikeness(story.articles);
  return groupByDay(story.articles).map(([day, reports]) => {
    const middle = findMiddle(reports, story.termLimit);
    const worth = new Map(
      reports
        .flatMap((report) => report.sentences.slice(0, TIMELINE.openingSentences))
        .filter(isAlone)
        .map((one) => [
          one,
          cosineWith(middle, one) +
            UPDATES.nearness * one.nearness -
            UPDATES.earlier * (likeness.get(one) ?? 0),
        ]),
    );
    return {
      date: isoOfDay(day),
      sentences: chooseWorthy(worth, sentences).map(showSentence),
    };
  });
}

/** The mean of some reports, each as the sum of its sentences. */
function findMiddle(reports: readonly ReadArticle[], termLimit: number): Float64Array {
  const middle = new Float64Array(termLimit);
  for (const { sentences } of reports) {
    const sum = new Float64Array(termLimit);
    for (const one of sentences) addVector(sum, one);
    normalize(sum);
    for (let term = 0; term < termLimit; term++) middle[term]! += sum[term]!;
  }
  return normalize(middle);
}

/** Takes the most worthy one after the other; likeness to those taken costs. */
function chooseWorthy(worth: ReadonlyMap<StorySentence, number>, count: number): StorySentence[] {
  const left = new Map(worth);
  const chosen: StorySentence[] = [];
  while (chosen.length < count) {
    let [best, most]: [StorySentence | undefined, number] = [undefined, -Infinity];
    for (const [one, own] of left) {
      const alike = Math.max(0, ...chosen.map((other) => cosineOf(one, other)));
      const value = own - UPDATES.alike * alike;
      if (value > most && alike <= TIMELINE.maxAlike) [best, most] = [one, value];
    }
    if (!best) break;
    left.delete(best);
    chosen.push(best);
  }
  return chosen;
}
