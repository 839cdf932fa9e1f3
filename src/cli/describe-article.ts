import type { Article } from '../article/article.ts';

/** An article in two lines of a terminal: its title, then publisher, day, address and id. */
export function describeArticle(
  article: Pick<Article, 'id' | 'title' | 'source' | 'publishedAt' | 'url'>,
): string {
  const facts = [article.source, article.publishedAt?.slice(0, 10), article.url, article.id];
  return `${article.title}\n  ${facts.filter((fact) => fact !== undefined).join(' · ')}`;
}
