import type { Article } from '../../src/article/article.ts';
import type { LinkReader } from '../../src/web/link-reader.ts';

/** A link reader that finds these articles by their addresses, and nothing at other addresses. */
export function buildLinks(articles: Readonly<Record<string, Article>>): LinkReader {
  return {
    read: async (url) => {
      const article = articles[url];
      return article
        ? { kind: 'article', article }
        : { kind: 'refused', message: 'There is no article on this page.' };
    },
    recent: (id) => Object.values(articles).find((article) => article.id === id),
  };
}
