import type { CommandContext } from '../../src/command/command.ts';
import {
  findConfirming,
  type OtherSentence,
} from '../../src/story/facts/corroboration/find-confirming.ts';
import { readClaim } from '../../src/story/facts/corroboration/read-claim.ts';
import { createVoiceOf } from '../../src/story/story.ts';
import { createConfirmer } from '../shared/stories/confirm-sentence.ts';
import { findStoriesOf } from '../shared/stories/list-stories.ts';
import { readVoices, type ReadVoice } from '../shared/stories/read-voices.ts';
import type { FoundAnswer, FoundAnswers } from './find-answers.ts';

/** An answer, and which other articles say the same. */
export interface ConfirmedAnswer extends FoundAnswer {
  /** The id of the first article of its story. */
  readonly storyId: string;
  readonly alsoIn: readonly Pick<ReadVoice['stored'], 'id' | 'source' | 'url'>[];
  /** All other reports were read, and none has this. */
  readonly isOnly: boolean;
}

/**
 * Finds out which other voices of its story say each answer too. Of two answers that say the same, the first is
 * kept: it names the publisher of the other.
 */
export async function confirmAnswers(
  { answers, answeringIds }: FoundAnswers,
  context: Pick<CommandContext, 'services' | 'guildId'>,
): Promise<ConfirmedAnswer[]> {
  const confirmed: ConfirmedAnswer[] = [];
  for (const answer of answers) {
    if (confirmed.some((other) => saysTheSame(other, answer))) continue;
    confirmed.push(await confirmAnswer(answer, answeringIds, context));
  }
  return confirmed;
}

async function confirmAnswer(
  answer: FoundAnswer,
  answeringIds: readonly string[],
  context: Pick<CommandContext, 'services' | 'guildId'>,
): Promise<ConfirmedAnswer> {
  const { articleId, article, sentence } = answer;
  const [story] = await findStoriesOf([articleId], context, []);
  if (!story) return { ...answer, storyId: articleId, alsoIn: [], isOnly: false };
  const voiceOf = createVoiceOf(story.articles);
  const own = { ...article, reading: context.services.readingOf(article) };
  const others = (await readVoices(story, context)).filter(
    ({ article: { voice } }) => voice !== voiceOf(articleId),
  );
  const read = [own, ...others.map(({ stored, reading }) => ({ ...stored, reading }))];
  // A report that wasn't read, or is in another language, may have it, and so may one of another story.
  const voices = new Set(story.articles.map(({ voice }) => voice));
  const inStory = new Set(story.articles.map(({ id }) => id));
  const isWhole =
    read.length === voices.size &&
    read.every(({ reading }) => reading.lang === own.reading.lang) &&
    answeringIds.every((id) => inStory.has(id));
  const hasCopies = (voice: string): boolean =>
    story.articles.filter((one) => one.voice === voice).length > 1;
  const { text, start, end } = sentence;
  const confirm = await createConfirmer(read, { voiceOf, isWhole, hasCopies });
  const { articleIds, isOnly } = confirm({ articleId, text, start, end });
  const byId = new Map(others.map(({ stored }) => [stored.id, stored]));
  return {
    ...answer,
    storyId: story.id,
    alsoIn: articleIds.flatMap((id) => byId.get(id) ?? []),
    isOnly,
  };
}

function saysTheSame(first: FoundAnswer, second: FoundAnswer): boolean {
  const lang = first.article.lang;
  if (lang !== second.article.lang) return false;
  const other: OtherSentence = {
    start: second.sentence.start,
    end: second.sentence.end,
    claim: readClaim(second.sentence.text, lang),
  };
  return findConfirming(readClaim(first.sentence.text, lang), [other]).kind === 'says-the-same';
}
