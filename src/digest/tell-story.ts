import type { ReadingOf } from '../summary/reading/reading-cache.ts';
import { summarizeReading } from '../summary/summarize-reading.ts';
import type { Corpus } from '../index/corpus/corpus.ts';
import type { Query } from '../index/query/query.ts';
import type { SummarySentence } from '../summary/summary.ts';
import { weighReading } from '../summary/weigh-reading.ts';
import type { ArticleStore, StoredArticle } from '../store/article-store.ts';
import type { Place } from '../text/places/place.ts';
import type { Story } from '../story/story.ts';
import type { DigestSentence, DigestStory, OmissionReason } from './digest.ts';
import type { Told } from './told.ts';

/** How many sentences tell a story, and how many articles are tried for them. */
const TELLING = { sentences: 2, triedArticles: 5 } as const;

/** The dependencies of telling a story. */
export interface TellingParts {
  readonly articles: ArticleStore;
  readonly corpus: Corpus;
  readonly readingOf: ReadingOf;
  /** The places where an article happens; empty if unknown. */
  readonly placesOf: (articleId: string) => readonly Place[];
  /** The channel's topics. Sentences about them come first. */
  readonly queries: readonly Query[];
}

/**
 * Tells a story in two sentences of its most central article. If the channel knows the story, the
 * article is one that it does not know, and no sentence is repeated. Resolves to a reason if no article
 * has enough to say. `fresh` are the story's articles that the channel has not been told.
 */
export async function tellStory(
  story: Story,
  fresh: ReadonlySet<string>,
  told: Told,
  { articles, corpus, readingOf, placesOf, queries }: TellingParts,
): Promise<DigestStory | OmissionReason> {
  const update = story.articleIds.some((id) => told.articleIds.has(id));
  let reason: OmissionReason = 'too-short';
  for (const article of await articles.getMany(listCandidates(story, fresh))) {
    if (!article) continue;
    const length = { sentences: TELLING.sentences * (update ? 2 : 1) };
    const reading = weighReading(readingOf(article), corpus, queries);
    const result = summarizeReading(reading, length);
    if (result.kind === 'too-short') continue;
    const sentences = selectUntold(result.summary.sentences, told);
    if (sentences.length > 0) {
      const places = findPlaces([article.id, ...story.articleIds], placesOf);
      return buildDigestStory({ story, article, sentences, update }, places);
    }
    reason = 'already-told';
  }
  return reason;
}

/** Lists the articles to try, of those that are new to the channel: the central one first, then the newest. */
function listCandidates(story: Story, fresh: ReadonlySet<string>): string[] {
  const newestFirst = story.articleIds.toReversed().filter((id) => id !== story.centralId);
  return [story.centralId, ...newestFirst]
    .filter((id) => fresh.has(id))
    .slice(0, TELLING.triedArticles);
}

/** Selects the best sentences that the channel has not read, in document order. */
function selectUntold(sentences: readonly SummarySentence[], told: Told): SummarySentence[] {
  return sentences
    .filter(({ text }) => !told.sentences.has(text))
    .toSorted((a, b) => b.score - a.score || a.start - b.start)
    .slice(0, TELLING.sentences)
    .toSorted((a, b) => a.start - b.start);
}

/** Finds the places of the first article that names any. */
function findPlaces(ids: readonly string[], placesOf: TellingParts['placesOf']): readonly Place[] {
  return ids.map(placesOf).find((places) => places.length > 0) ?? [];
}

interface Telling {
  readonly story: Story;
  readonly article: StoredArticle;
  readonly sentences: readonly SummarySentence[];
  readonly update: boolean;
}

function buildDigestStory(
  { story, article, sentences, update }: Telling,
  places: readonly Place[],
): DigestStory {
  const { id: articleId, title: headline, url, source, place, publishedAt, dayOnly } = article;
  return {
    storyId: story.id,
    articleIds: story.articleIds,
    headline,
    articleId,
    ...(url !== undefined && { url }),
    ...(source !== undefined && { source }),
    ...(place !== undefined && { place }),
    ...(places.length > 0 && { places }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(dayOnly !== undefined && { dayOnly }),
    sources: story.sources,
    sentences: sentences.map(({ text, start, end }): DigestSentence => ({
      articleId,
      start,
      end,
      text,
    })),
    update,
  };
}
