import type { CommandContext } from '../../src/command/command.ts';
import { compileNarrowing } from '../../src/index/narrowing/compile-narrowing.ts';
import { isUnlimited, UNLIMITED, type Narrowing } from '../../src/index/narrowing/narrowing.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import type { Story } from '../../src/story/story.ts';
import { countOf } from '../../src/text/count-of.ts';
import { buildNothingFound } from '../shared/nothing-found.ts';
import type { AskedLanguages } from './story-languages.ts';
import { requireWords } from '../shared/require-words.ts';
import { findStoriesOf, listStories, rankSince } from '../shared/stories/list-stories.ts';

/** How many articles are looked at for what was typed. */
const CONSIDERED = { titles: 100, texts: 50 } as const;

/**
 * Finds the story that an article is in, in some languages. If it has no article in them, it is in that of the article,
 * which was asked for. Throws a UserError that says what to do if there is none.
 */
export async function openStory(
  articleId: string,
  context: CommandContext,
  asked: AskedLanguages,
): Promise<Story> {
  const story = await findStoryOf(articleId, context, asked);
  if (story) return story;
  const { older } = context.services;
  const gone = older
    ? `its article was removed, or is older than ${countOf(older.days, 'day')}`
    : 'its article was removed';
  throw await buildNothingFound(
    context,
    `I no longer have this story: ${gone}. \`/stories\` lists those that I have, and \`/search\` finds articles on it.`,
  );
}

async function findStoryOf(
  articleId: string,
  context: CommandContext,
  asked: AskedLanguages,
): Promise<Story | undefined> {
  const { usual, services } = context;
  const own = services.index.entry(articleId)?.lang;
  const wanted = [asked ?? usual.languages, ...(own === undefined ? [] : [[own]])];
  for (const languages of wanted) {
    const [story] = await findStoriesOf([articleId], context, languages);
    if (story) return story;
  }
  return undefined;
}

/** Finds the story that a reader means by an article's id or by words, in some languages. Throws like `openStory`. */
export async function findStory(
  typed: string,
  context: CommandContext,
  asked: AskedLanguages,
): Promise<Story> {
  if (context.services.index.has(typed)) return openStory(typed, context, asked);
  requireWords(typed, context);
  const languages = asked ?? context.usual.languages;
  const [best] = await matchStories(typed, context, languages);
  if (best) return best;
  throw await buildNothingFound(
    context,
    'No story has all these words. Choose one of the suggestions, or use `/stories`.',
    { ...parseQuery(typed, context.now, context.locale), languages },
  );
}

/**
 * The stories in some languages that may be meant by what was typed: that of an article whose id it is, else those with
 * the words in a title, the best first, then those with the words in a text. If nothing was typed: the best of the
 * newest articles.
 */
export async function matchStories(
  typed: string,
  context: CommandContext,
  languages: readonly string[],
): Promise<Story[]> {
  if (typed.trim() === '') return listStories({ ...UNLIMITED, languages }, context);
  const { services, now, locale } = context;
  const named = await findStoryOf(typed.trim(), context, languages);
  if (named) return [named];
  const parsed = parseQuery(typed, now, locale);
  // A title knows nothing but its words.
  const titled = hasOnlyWords(parsed)
    ? services.index.suggestTitles(typed, CONSIDERED.titles, languages)
    : [];
  const byTitle = await findStoriesOf(
    titled.map(({ id }) => id),
    context,
    languages,
  );
  const query = compileNarrowing(parsed, { within: { languages } });
  const { hits, relaxed } = services.index.search(query, { limit: CONSIDERED.texts });
  const texts = relaxed ? [] : hits.map(({ id }) => id);
  const byText = await findStoriesOf(texts, context, languages);
  const known = new Set(byTitle.map(({ id }) => id));
  return [...rankSince(byTitle, 0, now), ...byText.filter(({ id }) => !known.has(id))];
}

function hasOnlyWords(narrowing: Narrowing): boolean {
  return isUnlimited({ ...narrowing, words: [], phrases: [] });
}
