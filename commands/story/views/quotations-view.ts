import type { CommandContext } from '../../../src/command/command.ts';
import type { SpeakerItem } from '../../../src/render/facts/render-quotations.ts';
import { attributeQuotations } from '../../../src/story/facts/quotations/attribute-quotations.ts';
import { groupSpeakers } from '../../../src/story/facts/quotations/group-speakers.ts';
import type { Story } from '../../../src/story/story.ts';
import { readVoices, type ReadVoice } from '../../shared/stories/read-voices.ts';

/** Shorter fragments say little without their sentence. */
const LEAST_WORDS = 5;

/** Finds what people say in a story, word for word, by speaker. */
export async function findSpeakers(story: Story, context: CommandContext): Promise<SpeakerItem[]> {
  return groupSpeakers((await readVoices(story, context)).flatMap(listSpeech));
}

/** The speech in an article whose speaker it names. */
function listSpeech({ article: { at }, stored, reading }: ReadVoice) {
  const { source, url, dayOnly } = stored;
  return attributeQuotations(stored.text, reading).flatMap(({ start, end, kind, speaker }) => {
    if (kind !== 'speech' || speaker?.kind !== 'name') return [];
    const text = stored.text.slice(start, end);
    if (text.split(/\s+/u).length < LEAST_WORDS) return [];
    const name = stored.text.slice(speaker.start, speaker.end);
    return [{ name, text, source, url, at, dayOnly }];
  });
}
