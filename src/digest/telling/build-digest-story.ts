import type { StoredArticle } from '../../store/article-store.ts';
import type { BriefArticle, BriefSentence } from '../../story/brief/brief.ts';
import { chooseHeadline } from '../../story/brief/choose-headline.ts';
import { countVoices, listSources, type Story } from '../../story/story.ts';
import type { Place } from '../../text/places/place.ts';
import type { DigestSentence, DigestStory } from '../digest.ts';
import type { ReadArticle } from './telling-parts.ts';

/** How a story is told. */
interface Telling {
  readonly update: boolean;
  readonly articles: readonly ReadArticle[];
  readonly sentences: readonly BriefSentence[];
  /** The story's first article. */
  readonly first: StoredArticle | undefined;
  readonly lang: string | undefined;
}

/** Builds a story of a digest from how it is told. */
export function buildDigestStory(
  story: Story,
  { update, articles, sentences, first, lang }: Telling,
): DigestStory {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const telling = new Set(sentences.map(({ articleId }) => byId.get(articleId)!));
  const newest = [...telling].toSorted((a, b) => publishedTime(a) - publishedTime(b)).at(-1)!;
  const headline = chooseHeadline(
    [...telling]
      .filter(({ role }) => role === 'current')
      .map((article) => ({ ...article, lang: article.reading.lang, at: publishedTime(article) })),
    { opening: sentences[0]!, ...(lang !== undefined && { lang }) },
  );
  const linked = byId.get(headline?.articleId ?? newest.id)!.stored;
  const { publishedAt, dayOnly } = newest.stored;
  const { url, source, place } = linked;
  const places = findPlaces(story, [linked.id, ...[...telling].map(({ id }) => id)]);
  return {
    storyId: story.id,
    articleIds: story.articles.map(({ id }) => id),
    headline: linked.title,
    articleId: linked.id,
    ...(url !== undefined && { url }),
    ...(source !== undefined && { source }),
    ...(place !== undefined && { place }),
    ...(places.length > 0 && { places }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(first?.publishedAt !== undefined && { firstAt: first.publishedAt }),
    ...(first?.dayOnly !== undefined && { firstDayOnly: first.dayOnly }),
    ...(dayOnly !== undefined && { dayOnly }),
    sources: listSources(story.articles),
    voices: countVoices(story.articles),
    sentences: sentences.map((sentence) =>
      describeSentence(sentence, byId.get(sentence.articleId)!.stored),
    ),
    update,
  };
}

function describeSentence(
  { articleId, text, start, end }: BriefSentence,
  { source, url }: StoredArticle,
): DigestSentence {
  return {
    articleId,
    start,
    end,
    text,
    ...(source !== undefined && { source }),
    ...(url !== undefined && { url }),
  };
}

function publishedTime({ publishedAt }: BriefArticle): number {
  return publishedAt === undefined ? 0 : Date.parse(publishedAt);
}

/** Finds the places of the first of some articles that names any, or else of any article of the story. */
function findPlaces(story: Story, articleIds: readonly string[]): readonly Place[] {
  const byId = new Map(story.articles.map((article) => [article.id, article]));
  const preferred = articleIds.map((id) => byId.get(id)).filter((each) => each !== undefined);
  const named = [...preferred, ...story.articles].find(({ places = [] }) => places.length > 0);
  return named?.places ?? [];
}
