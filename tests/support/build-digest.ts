import type { Article } from '../../src/article/article.ts';
import type { Digest, DigestStory } from '../../src/digest/digest.ts';
import { buildArticle } from './build-article.ts';

/** A story of one article that shows its first `sentenceCount` sentences. */
export function buildDigestStory(
  given: Partial<DigestStory> & { article?: Article; sentenceCount?: number } = {},
): DigestStory {
  const { article = buildArticle(), sentenceCount = 2, ...rest } = given;
  return {
    storyId: `story-${article.id}`,
    articleIds: [article.id],
    headline: article.title,
    articleId: article.id,
    ...(article.url !== undefined && { url: article.url }),
    ...(article.source !== undefined && { source: article.source, sources: [article.source] }),
    ...(article.place !== undefined && { place: article.place }),
    ...(article.publishedAt !== undefined && { publishedAt: article.publishedAt }),
    sources: article.source === undefined ? [] : [article.source],
    sentences: [...article.text.matchAll(/[^\s.][^.]*\./gu)]
      .slice(0, sentenceCount)
      .map(({ 0: text, index }) => ({
        articleId: article.id,
        start: index,
        end: index + text.length,
        text,
      })),
    update: false,
    ...rest,
  };
}

/** A day's digest of the given stories. */
export function buildDigest(given: Partial<Digest> = {}): Digest {
  return {
    from: '2024-03-13T08:00:00.000Z',
    until: '2024-03-14T08:00:00.000Z',
    articleCount: 34,
    stories: [buildDigestStory()],
    omissions: [],
    ...given,
  };
}
