import type { CommandContext } from '../../../src/command/command.ts';
import { rankStories } from '../../../src/digest/score-story.ts';
import { compileNarrowing } from '../../../src/index/narrowing/compile-narrowing.ts';
import type { Narrowing } from '../../../src/index/narrowing/narrowing.ts';
import { describeStory } from '../../../src/story/describe-story.ts';
import type { Story } from '../../../src/story/story.ts';

/** How many of the newest articles are looked at. */
const NEWEST_ARTICLES = 1_000;

/**
 * The stories of the newest articles that fit, the best first: several voices before one, large and fresh ones first.
 * If its words are a topic, an article that only mentions them doesn't fit.
 */
export async function listStories(
  narrowing: Narrowing,
  context: CommandContext,
  { isTopic = false }: { readonly isTopic?: boolean } = {},
): Promise<Story[]> {
  const { index } = context.services;
  const page = { limit: NEWEST_ARTICLES, isFirst: true };
  const { entries } = index.newest(compileNarrowing(narrowing, { isTopic }), page);
  const ids = entries.map(({ id }) => id);
  const stories = await findStoriesOf(ids, context, narrowing.languages);
  // What was reported long before makes no story larger than a new one.
  return rankSince(stories, entries.at(-1)?.at ?? 0, context.now);
}

/**
 * The stories of some articles as the server of the command sees them, in the order of the articles. Each is limited
 * to its articles in some languages; without languages, to none. One without such an article is left out.
 */
export async function findStoriesOf(
  articleIds: readonly string[],
  { services, guildId }: Pick<CommandContext, 'services' | 'guildId'>,
  languages: readonly string[],
): Promise<Story[]> {
  const members = await services.stories.storiesOf(articleIds, guildId);
  return members.flatMap((one) => {
    const whole = describeStory(one, services.index, () => true);
    const story = whole && limitStory(whole, languages);
    return story ? [story] : [];
  });
}

/** Limits a story to its articles in some languages; undefined if it has none in them. */
function limitStory(whole: Story, languages: readonly string[]): Story | undefined {
  if (languages.length === 0) return whole;
  const articles = whole.articles.filter(({ lang }) => languages.includes(lang));
  if (articles.length === 0) return undefined;
  const leftOut = whole.articles.filter(({ lang }) => !languages.includes(lang));
  return { ...whole, articles, languages, leftOut };
}

/** Ranks stories by their articles since an instant, in milliseconds since the epoch. */
export function rankSince(stories: readonly Story[], from: number, now: Date): Story[] {
  const inWindow = stories.flatMap((story) => {
    const current = story.articles.filter(({ at }) => at >= from);
    return current.length > 0 ? [{ id: story.id, current, story }] : [];
  });
  return rankStories(inWindow, now).map(({ story }) => story);
}
