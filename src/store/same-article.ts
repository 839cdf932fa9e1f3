import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../article/article.ts';
import type { StoredArticle } from './article-store.ts';

/**
 * Whether storing `article` would change nothing but the times. They are compared as they are stored:
 * the order of fields does not matter, and a field that is undefined is the same as one that is absent.
 */
export function sameArticle(stored: StoredArticle, article: Article): boolean {
  const { firstSeenAt: _first, updatedAt: _updated, ...content } = stored;
  const json = JSON.stringify(article);
  // The same reader writes the same fields in the same order, so the slower comparison is rarely needed.
  return json === JSON.stringify(content) || isDeepStrictEqual(JSON.parse(json), content);
}
