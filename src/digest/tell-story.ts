import type { Corpus } from '../index/corpus/corpus.ts';
import type { Query } from '../index/query/query.ts';
import type { StoredArticle } from '../store/article-store.ts';
import { briefStory } from '../story/brief/brief-story.ts';
import type { BriefArticle, BriefRole, BriefSentence } from '../story/brief/brief.ts';
import { chooseHeadline } from '../story/brief/choose-headline.ts';
import {
  countVoices,
  createVoiceOf,
  listSources,
  type Story,
  type StoryArticle,
} from '../story/story.ts';
import { summarizeReading } from '../summary/summarize-reading.ts';
import { weighReading } from '../summary/weigh-reading.ts';
import type { Place } from '../text/places/place.ts';
import type { DigestSentence, DigestStory, OmissionReason } from './digest.ts';
import type { News } from './news.ts';
import type { StoryNews } from './select-news.ts';
import { NOTHING_TOLD, type Told } from './told.ts';

/** How long a story is told: by several articles in a brief, by a single one in fewer sentences. */
const TELLING = { sentences: 3, words: 90, singleSentences: 2 } as const;

/** What a story is told from. */
export interface TellingParts extends Pick<News, 'articles' | 'index' | 'readingOf' | 'cache'> {
  /** The channel's topics. Sentences about them come first. */
  readonly queries: readonly Query[];
  /** The channel's language if it has one. */
  readonly lang?: string;
}

/** An article that tells a story, read. */
interface ReadArticle extends BriefArticle {
  readonly stored: StoredArticle;
}

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

async function readArticles(
  wanted: readonly StoryArticle[],
  role: BriefRole,
  { articles, index, readingOf, queries }: TellingParts,
): Promise<ReadArticle[]> {
  const found = await articles.getMany(wanted.map(({ id }) => id));
  return found
    .filter((stored) => stored !== undefined)
    .map((stored) => {
      const { id, title, publishedAt } = stored;
      const reading = weighReading(readingOf(stored), index.corpus, queries);
      const answers = reading.answers?.scores;
      return {
        id,
        title,
        reading,
        role,
        stored,
        ...(publishedAt !== undefined && { publishedAt }),
        ...(answers && { answers }),
      };
    });
}

/**
 * Chooses the sentences of a story's only article as a summary does, and those of several as a brief. If no
 * sentence of the brief is about the channel's topics, or there is no brief, one article tells the story.
 */
function chooseSentences(
  story: Story,
  articles: readonly ReadArticle[],
  told: Told,
  { index, queries, lang }: TellingParts,
): readonly BriefSentence[] | OmissionReason {
  const [only] = articles;
  if (only && articles.length === 1) return summarize(only, index.corpus, queries);
  const sentences = briefStory(articles, {
    sentences: TELLING.sentences,
    words: TELLING.words,
    told: told.sentences,
    voiceOf: createVoiceOf(story.articles),
    ...(lang !== undefined && { lang }),
  });
  // Of an update, only the brief knows what is new.
  if (articles.some(({ role }) => role === 'context')) {
    return sentences.length > 0 ? sentences : 'already-told';
  }
  if (sentences.some((sentence) => isAnswer(sentence, articles))) return sentences;
  const answering = articles.findLast(({ answers }) => answers);
  if (!answering && sentences.length > 0) return sentences;
  // A brief takes no long sentences, for example.
  const teller = answering ?? articles.findLast(({ role }) => role === 'current') ?? only;
  const summary = teller ? summarize(teller, index.corpus, queries) : 'too-short';
  return typeof summary === 'string' && sentences.length > 0 ? sentences : summary;
}

function summarize(
  article: ReadArticle,
  corpus: Corpus,
  queries: readonly Query[],
): readonly BriefSentence[] | OmissionReason {
  const reading = weighReading(article.reading, corpus, queries);
  const result = summarizeReading(reading, { sentences: TELLING.singleSentences });
  if (result.kind === 'too-short') return 'too-short';
  return result.summary.sentences.map(({ text, start, end }) => ({
    articleId: article.id,
    text,
    start,
    end,
  }));
}

function isAnswer({ articleId, start }: BriefSentence, articles: readonly ReadArticle[]): boolean {
  const article = articles.find(({ id }) => id === articleId);
  const position = article?.reading.sentences.findIndex((sentence) => sentence.start === start);
  return position !== undefined && (article?.answers?.[position] ?? 0) > 0;
}

interface Telling {
  readonly update: boolean;
  readonly articles: readonly ReadArticle[];
  readonly sentences: readonly BriefSentence[];
  /** The story's first article. */
  readonly first: StoredArticle | undefined;
  readonly lang: string | undefined;
}

function buildDigestStory(
  story: Story,
  { update, articles, sentences, first, lang }: Telling,
): DigestStory {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const telling = new Set(sentences.map(({ articleId }) => byId.get(articleId)!));
  const newest = [...telling].toSorted((a, b) => publishedTime(a) - publishedTime(b)).at(-1)!;
  const headline = chooseHeadline(
    [...telling]
      .filter(({ role }) => role === 'current')
      .map(({ id, title, reading }) => ({ id, title, lang: reading.lang })),
    lang === undefined ? {} : { lang },
  );
  const linked = byId.get(headline?.articleId ?? newest.id)!.stored;
  const { publishedAt, dayOnly } = newest.stored;
  const { url, source, place } = linked;
  const places = findPlaces(story, [linked.id, ...[...telling].map(({ id }) => id)]);
  // Only the day of some articles is known.
  const firstAt = first?.dayOnly ? undefined : first?.publishedAt;
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
    ...(firstAt !== undefined && { firstAt }),
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
