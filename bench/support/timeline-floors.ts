import { isoOfDay } from '../../src/story/facts/timeline/calendar-day.ts';
import { coverSentences } from '../../src/story/facts/timeline/cover-sentences.ts';
import {
  groupByDay,
  readStorySentences,
  showSentence,
  type ReadArticle,
  type StorySentence,
  type StorySentences,
} from '../../src/story/facts/timeline/story-sentences.ts';
import { addVector, cosineWith, normalize } from '../../src/story/facts/timeline/term-vector.ts';
import type { TimelineEntry } from '../../src/story/facts/timeline/timeline.ts';
import type { DayUpdate } from '../../src/story/facts/updates/find-updates.ts';
import type { TimelineTopic } from './timeline-topics.ts';

/** PubCount: the days with the most reports, and of each the sentences nearest to all that were printed. */
export function countPublications(topic: TimelineTopic, sentences: number): TimelineEntry[] {
  const story = readStorySentences(topic.articles, topic);
  return rank(story, (reports) => reports.flatMap((report) => report.sentences), sentences);
}

/** The same, but the days that the most sentences name. */
export function countMentions(topic: TimelineTopic, sentences: number): TimelineEntry[] {
  const story = readStorySentences(topic.articles, topic);
  const naming = new Map<number, StorySentence[]>();
  for (const one of story.articles.flatMap((article) => article.sentences)) {
    for (const day of one.days) naming.set(day, [...(naming.get(day) ?? []), one]);
  }
  return [...naming]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([day, all]) => buildEntry(day, all.length, all, sentences, story.termLimit));
}

function rank(
  { articles, termLimit }: StorySentences,
  candidatesOf: (reports: readonly ReadArticle[]) => readonly StorySentence[],
  sentences: number,
): TimelineEntry[] {
  return groupByDay(articles)
    .map(([day, reports]) => [day, reports.filter(({ isCopy }) => !isCopy)] as const)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([day, reports]) =>
      buildEntry(day, reports.length, candidatesOf(reports), sentences, termLimit),
    );
}

function buildEntry(
  day: number,
  score: number,
  candidates: readonly StorySentence[],
  count: number,
  termLimit: number,
): TimelineEntry {
  const said = new Set<string>();
  const chosen = coverSentences(candidates, {
    count,
    termLimit,
    mayTell: ({ sentence: { text } }) => !said.has(text) && Boolean(said.add(text)),
  });
  return { date: isoOfDay(day), score, sentences: chosen.map(showSentence) };
}

/** The first two sentences of the report that is nearest to all of its day. */
export function takeCentralLeads(topic: TimelineTopic): DayUpdate[] {
  const { articles, termLimit } = readStorySentences(topic.articles, topic);
  return groupByDay(articles).map(([day, reports]) => {
    const vectors = reports.map(({ sentences }) => {
      const vector = new Float64Array(termLimit);
      for (const one of sentences) addVector(vector, one);
      return normalize(vector);
    });
    const middle = new Float64Array(termLimit);
    for (const vector of vectors) vector.forEach((weight, term) => (middle[term]! += weight));
    const terms = Int32Array.from({ length: termLimit }, (_, term) => term);
    const nearness = vectors.map((weights) => cosineWith(middle, { terms, weights }));
    const central = reports[nearness.indexOf(Math.max(...nearness))]!;
    return {
      date: isoOfDay(day),
      sentences: central.sentences.slice(0, 2).map(showSentence),
    };
  });
}
