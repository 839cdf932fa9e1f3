import type { Article } from '../article/article.ts';

/**
 * Describes an article in two lines for a terminal: its title, then publisher, place, day, address
 * and id.
 */
export function describeArticle(
  article: Pick<Article, 'id' | 'title' | 'source' | 'place' | 'publishedAt' | 'url'>,
): string {
  const { source, place, publishedAt, url, id } = article;
  const facts = [source, place, publishedAt?.slice(0, 10), url, id];
  return `${article.title}\n  ${facts.filter((fact) => fact !== undefined).join(' · ')}`;
}
