import type { CommandContext } from '../../src/command/command.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { MAX_NAME_CHARS } from '../../src/digest/subscription-name.ts';
import { UserError } from '../../src/errors.ts';
import { cutText } from '../../src/render/cut-text.ts';
import { sanitizeLine } from '../../src/render/sanitize-text.ts';
import { parseTopics } from '../shared/scheduling/parse-topics.ts';
import { chooseStoryHeadline } from '../shared/stories/read-story.ts';
import { listEvery } from '../../src/story/story.ts';
import { findStory } from '../story/find-story.ts';

/** The options that say what to follow. */
export interface SubjectOptions {
  readonly topic?: string;
  readonly story?: string;
}

/** What a person follows: topics, or one story. */
export interface Subject {
  readonly limits: Pick<Subscription, 'topics' | 'storyId' | 'name'>;
  /** The articles of the story; empty for topics. */
  readonly articleIds: readonly string[];
}

/** Finds what the requester wants to follow, in some languages. Throws a UserError if it is not said, or cannot be found. */
export async function findSubject(
  { topic, story: typed }: SubjectOptions,
  languages: readonly string[],
  context: CommandContext,
): Promise<Subject> {
  if (typed !== undefined && topic !== undefined) {
    throw bad('Give either `topic` or `story`. You can add the other one afterwards.');
  }
  if (typed !== undefined) {
    const story = await findStory(typed, context, languages);
    const headline = sanitizeLine(chooseStoryHeadline(story, context.locale)?.text ?? '');
    return {
      limits: {
        topics: [],
        storyId: story.id,
        ...(headline !== '' && { name: cutText(headline, MAX_NAME_CHARS) }),
      },
      articleIds: listEvery(story).map(({ id }) => id),
    };
  }
  const topics = topic === undefined ? [] : parseTopics(topic, context);
  if (topics.length > 0) return { limits: { topics }, articleIds: [] };
  throw bad('Say what to follow: a `topic`, such as `topic:climate`, or a `story`.');
}

function bad(message: string): UserError {
  return new UserError('bad-option', message);
}
