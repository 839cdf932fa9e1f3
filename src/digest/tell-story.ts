import { summarizeReading } from '../summary/summarize-reading.ts';
import type { Query } from '../index/query/query.ts';
import type { SummarySentence } from '../summary/summary.ts';
import { weighReading } from '../summary/weigh-reading.ts';
import type { StoredArticle } from '../store/article-store.ts';
import type { Place } from '../text/places/place.ts';
import { listSources, type Story, type StoryArticle } from '../story/story.ts';
import type { DigestSentence, DigestStory, OmissionReason } from './digest.ts';
import type { News } from './news.ts';
import type { Told } from './told.ts';

/** How many sentences tell a story, and how many articles are tried for them. */
const TELLING = { sentences: 2, triedArticles: 5 } as const;

/** What a story is told from. */
export interface TellingParts extends Pick<News, 'articles' | 'index' | 'readingOf'> {
  /** The channel's topics. Sentences about them come first. */
  readonly queries: readonly Query[];
}

/**
 * Tells a story in two sentences of its newest article that has enough to say. If the channel knows the
 * story, no sentence is repeated. Resolves to a reason if there is nothing to tell. `fresh` are the articles
 * in the window that the channel has not been told, the earliest first.
 */
export async function tellStory(
  story: Story,
  fresh: readonly StoryArticle[],
  told: Told,
  { articles, index, readingOf, queries }: TellingParts,
): Promise<DigestStory | OmissionReason> {
  const update = story.articles.some(({ id }) => told.articleIds.has(id));
  let reason: OmissionReason = 'too-short';
  const candidates = fresh.slice(-TELLING.triedArticles).toReversed();
  for (const article of await articles.getMany(candidates.map(({ id }) => id))) {
    if (!article) continue;
    const length = { sentences: TELLING.sentences * (update ? 2 : 1) };
    const reading = weighReading(readingOf(article), index.corpus, queries);
    const result = summarizeReading(reading, length);
    if (result.kind === 'too-short') continue;
    const sentences = selectUntold(result.summary.sentences, told);
    if (sentences.length > 0) return buildDigestStory({ story, article, sentences, update });
    reason = 'already-told';
  }
  return reason;
}

/** Selects the best sentences that the channel has not read, in document order. */
function selectUntold(sentences: readonly SummarySentence[], told: Told): SummarySentence[] {
  return sentences
    .filter(({ text }) => !told.sentences.has(text))
    .toSorted((a, b) => b.score - a.score || a.start - b.start)
    .slice(0, TELLING.sentences)
    .toSorted((a, b) => a.start - b.start);
}

/** Finds the places of an article, or else those of the first article of the story that names any. */
function findPlaces(story: Story, articleId: string): readonly Place[] {
  const shown = story.articles.find(({ id }) => id === articleId);
  const articles = shown ? [shown, ...story.articles] : story.articles;
  return articles.find(({ places = [] }) => places.length > 0)?.places ?? [];
}

interface Telling {
  readonly story: Story;
  readonly article: StoredArticle;
  readonly sentences: readonly SummarySentence[];
  readonly update: boolean;
}

function buildDigestStory({ story, article, sentences, update }: Telling): DigestStory {
  const { id: articleId, title: headline, url, source, place, publishedAt, dayOnly } = article;
  const places = findPlaces(story, articleId);
  return {
    storyId: story.id,
    articleIds: story.articles.map(({ id }) => id),
    headline,
    articleId,
    ...(url !== undefined && { url }),
    ...(source !== undefined && { source }),
    ...(place !== undefined && { place }),
    ...(places.length > 0 && { places }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(dayOnly !== undefined && { dayOnly }),
    sources: listSources(story.articles),
    sentences: sentences.map(({ text, start, end }): DigestSentence => ({
      articleId,
      start,
      end,
      text,
    })),
    update,
  };
}
