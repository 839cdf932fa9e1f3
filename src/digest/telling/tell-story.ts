import type { Story, StoryArticle } from '../../story/story.ts';
import type { DigestStory, OmissionReason } from '../digest.ts';
import { NOTHING_TOLD, type Told } from '../told.ts';
import { buildDigestStory } from './build-digest-story.ts';
import type { ExplainedSentence } from '../../story/brief/explain-brief.ts';
import { chooseSentences, explainSentences } from './choose-sentences.ts';
import { readArticles, type ReadArticle, type TellingParts } from './telling-parts.ts';
import type { StoryNews } from './select-news.ts';

/**
 * Tells the present state of a story in sentences of its articles. What the channel has read is not repeated,
 * in the same words or in others. Resolves to a reason if there is nothing to tell.
 */
export async function tellStory(
  story: Story,
  news: StoryNews,
  told: Told,
  parts: TellingParts,
): Promise<DigestStory | OmissionReason> {
  return (await tellAs(story, news, told, parts)).telling;
}

/** Tells a story as `tellStory` does, and says why each of its sentences was chosen. Empty if there is nothing to tell. */
export async function explainTelling(
  story: Story,
  news: StoryNews,
  told: Told,
  parts: TellingParts,
): Promise<readonly ExplainedSentence[]> {
  const { reader } = await tellAs(story, news, told, parts);
  return explainSentences(story, await readAll(news, parts), reader, parts);
}

/** How a story is told, and what its reader counts as told for that. */
async function tellAs(
  story: Story,
  news: StoryNews,
  told: Told,
  parts: TellingParts,
): Promise<{ readonly telling: DigestStory | OmissionReason; readonly reader: Told }> {
  const { articles } = story;
  const ids = [articles, news.current, news.background, news.before].map(listIds);
  const key = ['story', ids, news.update, parts.queries, parts.lang];
  let read: Promise<readonly ReadArticle[]> | undefined;
  const readOnce = (): Promise<readonly ReadArticle[]> => (read ??= readAll(news, parts));
  const keepTo = (reader: Told, known: readonly string[]): Promise<DigestStory | OmissionReason> =>
    parts.cache.keep([...key, known], async () =>
      tellTo(reader, story, news.update, await readOnce(), parts),
    );
  // To all channels that have read the same of its articles, a story is told alike.
  const toReader = async () => {
    const texts = await parts.cache.keep(['texts', ids], async () => listTexts(await readOnce()));
    const known = texts.filter((text) => told.sentences.has(text));
    return { telling: await keepTo(told, known), reader: told };
  };
  if (news.update) return await toReader();
  const telling = await keepTo(NOTHING_TOLD, []);
  const isRead =
    typeof telling !== 'string' && telling.sentences.some(({ text }) => told.sentences.has(text));
  return isRead ? await toReader() : { telling, reader: NOTHING_TOLD };
}

function listIds(articles: readonly StoryArticle[]): string[] {
  return articles.map(({ id }) => id);
}

async function tellTo(
  told: Told,
  story: Story,
  update: boolean,
  articles: readonly ReadArticle[],
  parts: TellingParts,
): Promise<DigestStory | OmissionReason> {
  const choice = chooseSentences(story, articles, told, parts);
  if (typeof choice === 'string') return choice;
  const { sentences } = choice;
  const first = await parts.articles.get(story.articles[0]!.id);
  return buildDigestStory(story, { update, articles, sentences, first, lang: parts.lang });
}

/** The sentences of some articles. What else a channel has read makes no difference to how they are told. */
function listTexts(articles: readonly ReadArticle[]): readonly string[] {
  return [...new Set(articles.flatMap(({ reading }) => reading.sentences.map(({ text }) => text)))];
}

async function readAll(
  { current, background, before }: StoryNews,
  parts: TellingParts,
): Promise<ReadArticle[]> {
  return [
    ...(await readArticles(current, 'current', parts)),
    ...(await readArticles(background, 'background', parts)),
    ...(await readArticles(before, 'context', parts)),
  ];
}
