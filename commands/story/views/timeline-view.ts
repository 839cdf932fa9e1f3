import type { CommandContext } from '../../../src/command/command.ts';
import type { TimelineItem } from '../../../src/render/facts/render-timeline.ts';
import { buildTimeline } from '../../../src/story/facts/timeline/build-timeline.ts';
import { createVoiceOf, type Story } from '../../../src/story/story.ts';
import { readVoices } from './read-voices.ts';

/** As many dates as one message has room for. */
const MOST_DATES = 10;

/** Finds the dates of a story, in the reader's language if its articles have it. */
export async function findDates(story: Story, context: CommandContext): Promise<TimelineItem[]> {
  const voices = await readVoices(story, context);
  const byId = new Map(voices.map((voice) => [voice.article.id, voice]));
  const articles = voices.map(({ stored, reading }) => ({ ...stored, reading }));
  const entries = buildTimeline(articles, {
    dates: MOST_DATES,
    lang: context.locale,
    voiceOf: createVoiceOf(story.articles),
  });
  return entries.flatMap(({ date, sentences: [line] }) => {
    const stored = line && byId.get(line.articleId)?.stored;
    return stored ? [{ date, text: line.text, source: stored.source, url: stored.url }] : [];
  });
}
