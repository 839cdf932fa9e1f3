import { canonicalUrl } from '../../canonical-url.ts';
import { comparisonKey } from '../../clean-text.ts';
import { textOfHtml } from '../tree/text-of-html.ts';
import { articleNodes, type JsonLdNode } from './read-json-ld.ts';

/** What a page says of itself outside its JSON-LD: its titles and its addresses. */
export interface PageNames {
  readonly titles: readonly string[];
  readonly urls: readonly (string | undefined)[];
}

/**
 * Chooses the object that describes the page's own article, by its headline or its address. A page
 * may describe related articles, too, and some describe nothing else.
 */
export function chooseArticleNode(
  nodes: readonly JsonLdNode[],
  { titles, urls }: PageNames,
): JsonLdNode | undefined {
  const articles = articleNodes(nodes);
  const titleKeys = titles.map(comparisonKey).filter((key) => key !== '');
  const pages = new Set(urls.map((url) => url && canonicalUrl(url)).filter(Boolean));
  const isTitled = (node: JsonLdNode): boolean => {
    const key = comparisonKey(textOfHtml(headlineOf(node)));
    return key !== '' && titleKeys.some((title) => title.includes(key) || key.includes(title));
  };
  const isHere = (node: JsonLdNode): boolean => pages.has(pageOf(node));
  return (
    articles.find((node) => isTitled(node) && isHere(node)) ??
    articles.find(isTitled) ??
    articles.find(isHere) ??
    articles.find((node) => pageOf(node) === undefined || isAlike(headlineOf(node), titles))
  );
}

/** Whether a headline has long words of another title. Sites vary them for search engines. */
function isAlike(headline: string, titles: readonly string[]): boolean {
  const words = longWords(headline);
  const known = longWords(titles.join(' '));
  return words.size === 0 || known.size === 0 || [...words].some((word) => known.has(word));
}

function longWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{5,}/gu));
}

function headlineOf(node: JsonLdNode): string {
  const headline = node['headline'] ?? node['name'];
  return typeof headline === 'string' ? headline : '';
}

function pageOf(node: JsonLdNode): string | undefined {
  const main = node['mainEntityOfPage'];
  const id = typeof main === 'object' && main !== null ? (main as JsonLdNode)['@id'] : main;
  const url = node['url'] ?? id;
  if (typeof url !== 'string') return undefined;
  const page = canonicalUrl(url);
  // Some name the site's front page in every article.
  return page !== undefined && /^https:\/\/[^/]+\/[^/]/u.test(page) ? page : undefined;
}
