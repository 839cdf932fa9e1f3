import type { Article } from '../article/article.ts';
import type { StoredArticle } from './article-store.ts';

/** Whether storing `article` would change nothing: all of it is stored already, times apart. */
export function sameArticle(stored: StoredArticle, article: Article): boolean {
  const { firstSeenAt: _first, updatedAt: _updated, ...content } = stored;
  // The same reader spells the same fields in the same order: the costly way is rarely needed.
  return (
    JSON.stringify(content) === JSON.stringify(article) ||
    canonicalJson(content) === canonicalJson(article)
  );
}

/** JSON with sorted keys; a field that is undefined is the same as one that is absent. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isPlainObject(inner) ? sortKeys(inner) : inner,
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortKeys(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
