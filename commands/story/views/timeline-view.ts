import type { CommandContext } from '../../../src/command/command.ts';
import type { TimelineItem } from '../../../src/render/facts/render-timeline.ts';
import { buildTimeline } from '../../../src/story/facts/timeline/build-timeline.ts';
import { createVoiceOf, type Story } from '../../../src/story/story.ts';
import { readVoices } from '../../shared/stories/read-voices.ts';

/** Of sentences of usual length, one message has room for so many. */
const MOST_DATES = 10;

/** A date, and how much the story's articles have of it. */
export interface FoundDate extends TimelineItem {
  readonly score: number;
}

/** Finds the dates of a story, in the reader's language if its articles have it. */
export async function findDates(story: Story, context: CommandContext): Promise<FoundDate[]> {
  const voices = await readVoices(story, context);
  const byId = new Map(voices.map((voice) => [voice.article.id, voice]));
  const articles = voices.map(({ stored, reading }) => ({ ...stored, reading }));
  const entries = buildTimeline(articles, {
    dates: MOST_DATES,
    lang: context.locale,
    voiceOf: createVoiceOf(story.articles),
  });
  return entries.flatMap(({ date, score, sentences: [line] }) => {
    const stored = line && byId.get(line.articleId)?.stored;
    return stored ? [{ date, score, text: line.text, source: stored.source, url: stored.url }] : [];
  });
}

/** Leaves out the dates that a story has least of until the others have room, in characters. */
export function fitDates(
  dates: readonly FoundDate[],
  room: number,
  sizeOf: (date: FoundDate) => number,
): FoundDate[] {
  let left = room;
  const kept = new Set<FoundDate>();
  for (const date of dates.toSorted((a, b) => b.score - a.score)) {
    left -= sizeOf(date);
    if (left < 0) break;
    kept.add(date);
  }
  return dates.filter((date) => kept.has(date));
}
