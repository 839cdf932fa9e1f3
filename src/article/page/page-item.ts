import { buildPageArticle } from './build-page-article.ts';
import type { PageResult } from './parse-page.ts';
import type { DocumentFacts, ParsedItem } from '../parsed-item.ts';

/** What a page gave, as reading a document gives it. A page's lines are its markup's, so none is named. */
export function buildPageItem(result: PageResult, about: DocumentFacts): ParsedItem {
  if (result.kind === 'fault') {
    return { kind: 'fault', line: 1, reason: `a web page: ${toReason(result.message)}` };
  }
  const article = buildPageArticle(result.article, about);
  return { kind: 'article', article, lines: { from: 1, to: 1 }, uses: [] };
}

/** "This page is too large to be read." is "this page is too large to be read" where reasons stand. */
function toReason(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/u, '');
}
