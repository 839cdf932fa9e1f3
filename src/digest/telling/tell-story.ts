import type { Story, StoryArticle } from '../../story/story.ts';
import type { DigestStory, OmissionReason } from '../digest.ts';
import { NOTHING_TOLD, type Told } from '../told.ts';
import { buildDigestStory } from './build-digest-story.ts';
import { chooseSentences } from './choose-sentences.ts';
import { readArticles, type TellingParts } from './telling-parts.ts';
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
  if (news.update) return await tellTo(told, story, news, parts);
  // To all channels that were not told the story, it is told alike.
  const ids = [story.articles, news.current, news.background].map(listIds);
  const key = ['story', ids, parts.queries, parts.lang];
  const telling = await parts.cache.keep(key, () => tellTo(NOTHING_TOLD, story, news, parts));
  const isRead =
    typeof telling !== 'string' && telling.sentences.some(({ text }) => told.sentences.has(text));
  return isRead ? await tellTo(told, story, news, parts) : telling;
}

function listIds(articles: readonly StoryArticle[]): string[] {
  return articles.map(({ id }) => id);
}

async function tellTo(
  told: Told,
  story: Story,
  { update, current, background, before }: StoryNews,
  parts: TellingParts,
): Promise<DigestStory | OmissionReason> {
  const articles = [
    ...(await readArticles(current, 'current', parts)),
    ...(await readArticles(background, 'background', parts)),
    ...(await readArticles(before, 'context', parts)),
  ];
  const sentences = chooseSentences(story, articles, told, parts);
  if (typeof sentences === 'string') return sentences;
  const first = await parts.articles.get(story.articles[0]!.id);
  return buildDigestStory(story, { update, articles, sentences, first, lang: parts.lang });
}
