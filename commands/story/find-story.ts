import type { CommandContext } from '../../src/command/command.ts';
import { compileNarrowing } from '../../src/index/narrowing/compile-narrowing.ts';
import { UNLIMITED } from '../../src/index/narrowing/narrowing.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import type { Story } from '../../src/story/story.ts';
import { buildNothingFound } from '../shared/nothing-found.ts';
import { requireWords } from '../shared/require-words.ts';
import { findStoriesOf, listStories, rankSince } from '../shared/stories/list-stories.ts';

/** How many articles are looked at for what was typed. */
const CONSIDERED = { titles: 100, texts: 50 } as const;

/** Finds the story that an article is in. Throws a UserError that says what to do if there is none. */
export async function openStory(articleId: string, context: CommandContext): Promise<Story> {
  const [story] = await findStoriesOf([articleId], context);
  if (story) return story;
  throw await buildNothingFound(
    context,
    'I no longer have this story: its article was removed. `/stories` lists those that I have, and `/search` finds articles on it.',
  );
}

/** Finds the story that a reader means by an article's id or by words. Throws like `openStory`. */
export async function findStory(typed: string, context: CommandContext): Promise<Story> {
  if (context.services.index.has(typed)) return openStory(typed, context);
  requireWords(typed, context);
  const [best] = await matchStories(typed, context);
  if (best) return best;
  throw await buildNothingFound(
    context,
    'No story has all these words. Choose one of the suggestions, or use `/stories`.',
  );
}

/**
 * The stories that may be meant by what was typed: those with the words in a title, the best first, then
 * those with the words in a text. If nothing was typed: the best of the newest articles.
 */
export async function matchStories(typed: string, context: CommandContext): Promise<Story[]> {
  if (typed.trim() === '') return listStories(UNLIMITED, context);
  const { services, now, locale } = context;
  const titled = services.index.suggestTitles(typed, CONSIDERED.titles);
  const byTitle = await findStoriesOf(
    titled.map(({ id }) => id),
    context,
  );
  const query = compileNarrowing(parseQuery(typed, now, locale));
  const { hits, relaxed } = services.index.search(query, { limit: CONSIDERED.texts });
  const texts = relaxed ? [] : hits.map(({ id }) => id);
  const byText = await findStoriesOf(texts, context);
  const known = new Set(byTitle.map(({ id }) => id));
  return [...rankSince(byTitle, 0, now), ...byText.filter(({ id }) => !known.has(id))];
}
