import type { StoredArticle } from './article-store.ts';

/**
 * A stored value as an article, or undefined if it is not one. It checks what the rest of the program
 * cannot do without, by hand: a store of 100,000 articles is read through here at every start.
 */
export function parseStoredArticle(raw: unknown): StoredArticle | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const article = raw as Partial<Record<keyof StoredArticle, unknown>>;
  const texts = [article.id, article.title, article.text, article.lang, article.dateBasis];
  const moments = [article.firstSeenAt, article.updatedAt];
  const readable =
    [...texts, ...moments].every((text) => typeof text === 'string') &&
    Array.isArray(article.captions) &&
    Array.isArray(article.subheads);
  return readable ? (raw as StoredArticle) : undefined;
}
