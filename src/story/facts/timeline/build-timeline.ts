import { isoOfDay } from './calendar-day.ts';
import { coverSentences } from './cover-sentences.ts';
import { measureEarlierLikeness } from './earlier-likeness.ts';
import { createLineRules } from './line-rules.ts';
import { scoreDays } from './score-days.ts';
import {
  readStorySentences,
  showSentence,
  type ReadArticle,
  type StorySentence,
  type StorySentences,
} from './story-sentences.ts';
import { cosineOf } from './term-vector.ts';
import {
  TIMELINE,
  type TimelineArticle,
  type TimelineEntry,
  type TimelineOptions,
} from './timeline.ts';

/** Fewer dates are no timeline. */
const MIN_DATES = 2;

/**
 * Tells when a story happened: its dates in order, each with a sentence of an article, word for word. Empty if there
 * are not at least two dates.
 *
 * @example
 * buildTimeline(articles, { dates: 8, voiceOf: createVoiceOf(story.articles) });
 */
export function buildTimeline(
  articles: readonly TimelineArticle[],
  options: TimelineOptions = {},
): TimelineEntry[] {
  const entries = rankTimeline(articles, options);
  return entries.length < MIN_DATES ? [] : entries.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The same with the dates that the story has most of first, however few there are. */
export function rankTimeline(
  articles: readonly TimelineArticle[],
  { dates = Infinity, sentences = 1, ...options }: TimelineOptions = {},
): TimelineEntry[] {
  const story = readStorySentences(articles, options);
  const lastDay = Math.max(...story.articles.map(({ day }) => day ?? -Infinity));
  const days = [...scoreDays(story.articles)]
    // What is only announced has not happened.
    .filter(([day]) => day <= lastDay || lastDay === -Infinity)
    .toSorted(([a, of], [b, other]) => other - of || a - b);
  const choose = createChoice(story, sentences);
  const entries: TimelineEntry[] = [];
  for (const [day, score] of days) {
    if (entries.length >= dates) break;
    const chosen = choose(day);
    if (chosen.length > 0)
      entries.push({ date: isoOfDay(day), score, sentences: chosen.map(showSentence) });
  }
  return entries;
}

/** Creates a function that chooses the sentences of one day after the other. */
function createChoice(story: StorySentences, count: number): (day: number) => StorySentence[] {
  const { termLimit } = story;
  const { isReport, isAlone } = createLineRules(story);
  const candidatesOf = createCandidates(story.articles);
  const likeness = measureEarlierLikeness(story.articles);
  /** What names no day may be the background that every report repeats. */
  const isOld = (one: StorySentence): boolean =>
    one.days.length === 0 && (likeness.get(one) ?? 0) > TIMELINE.maxAlike;
  const told = new Map<number, readonly StorySentence[]>();
  return (day) => {
    const candidates = candidatesOf(day).filter(isReport);
    const nearby: StorySentence[] = [];
    for (let away = -TIMELINE.nearbyDays; away <= TIMELINE.nearbyDays; away++) {
      nearby.push(...(told.get(day + away) ?? []));
    }
    const repeats = (one: StorySentence, before: readonly StorySentence[]): boolean =>
      [...nearby, ...before].some((other) => cosineOf(one, other) > TIMELINE.maxAlike);
    const line = coverSentences(candidates, {
      count: 1,
      termLimit,
      bonusOf: weighNearness,
      mayTell: (one) => tellsOf(one, day) && !repeats(one, []) && !isOld(one) && isAlone(one),
    });
    if (line.length === 0) return [];
    const chosen = coverSentences(candidates, {
      count,
      termLimit,
      before: line,
      mayTell: (one, before) => !repeats(one, before),
    });
    told.set(day, chosen.slice(0, 2));
    return chosen;
  };
}

/**
 * Whether a sentence tells what happened on a day: it names the day, and not only to say what came after, or it names
 * none and is from a report of that day. It was not printed before.
 */
function tellsOf({ article, days, measuredFrom }: StorySentence, day: number): boolean {
  const isDated = days.length === 0 ? article.day === day : !measuredFrom.includes(day);
  return isDated && (article.day === undefined || article.day >= day);
}

function weighNearness({ position, nearness }: StorySentence): number {
  return nearness * (position === 0 ? TIMELINE.nearnessOfFirst : TIMELINE.nearness);
}

/** Creates a function that finds the sentences which may tell of a day: those that name it, and openings of its reports and those of the next day that name none. */
function createCandidates(articles: readonly ReadArticle[]): (day: number) => StorySentence[] {
  const naming = new Map<number, StorySentence[]>();
  const opening = new Map<number, StorySentence[]>();
  for (const { day: own, isCopy, sentences } of articles) {
    if (isCopy) continue;
    for (const one of sentences) {
      for (const day of one.days) push(naming, day, one);
      if (own === undefined || one.days.length > 0) continue;
      if (one.position >= TIMELINE.openingSentences) continue;
      push(opening, own, one);
      push(opening, own - 1, one);
    }
  }
  return (day) => [...(naming.get(day) ?? []), ...(opening.get(day) ?? [])];
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
