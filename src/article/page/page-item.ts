import { buildPageArticle } from './build-page-article.ts';
import type { PageResult } from './parse-page.ts';
import type { DocumentFacts, ParsedItem } from '../parsed-item.ts';

/**
 * Converts a page's result to a parsed item. Lines of a page are lines of its markup, so none are
 * listed.
 */
export function buildPageItem(result: PageResult, about: DocumentFacts): ParsedItem {
  if (result.kind === 'fault') {
    return { kind: 'fault', line: 1, reason: `a web page: ${toReason(result.message)}` };
  }
  const article = buildPageArticle(result.article, about);
  return { kind: 'article', article, lines: { from: 1, to: 1 }, uses: [] };
}

/**
 * "This page is too large to be read." → "this page is too large to be read", as reasons are
 * written.
 */
function toReason(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/u, '');
}
