import type { Article } from '../article.ts';
import { buildArticle } from '../build-article.ts';
import type { PageArticle } from './parse-page.ts';
import type { DocumentFacts } from '../parsed-item.ts';

/** Builds the article to store. Its id is that of the page's canonical address. */
export function buildPageArticle(page: PageArticle, about: DocumentFacts = {}): Article {
  const { url, canonicalUrl, publishedAt, dayOnly = false, isDateUncertain: _, ...parts } = page;
  return buildArticle(
    {
      ...parts,
      url: canonicalUrl ?? url,
      header: publishedAt === undefined ? undefined : { iso: publishedAt, dayOnly },
    },
    about,
  );
}
