import { PAGE_LIMITS } from './explain-page.ts';
import type { PageDocument } from './page-dom.ts';

/** One object of a page's JSON-LD, with unchecked fields. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** Number of objects that are read, and their depth. Pages may contain whole catalogues. */
const MAX_NODES = 500;
const MAX_DEPTH = 6;

/** Reads all objects in a page's JSON-LD scripts, including those in lists and graphs. */
export function readJsonLd(page: PageDocument): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  let chars = 0;
  for (const script of page.querySelectorAll('script[type^="application/ld+json"]')) {
    const text = script.textContent ?? '';
    chars += text.length;
    // Small objects take fifty times the memory of their text.
    if (chars > PAGE_LIMITS.maxJsonLdChars) break;
    collect(parseLoosely(text), nodes, 0);
  }
  return nodes;
}

/** Finds the object that describes a news article. */
export function findArticleNode(nodes: readonly JsonLdNode[]): JsonLdNode | undefined {
  return nodes.find((node) => typesOf(node).some((type) => ARTICLE.test(type)));
}

/**
 * Whether the page is described as something other than an article: a product, a search, a home
 * page.
 */
export function isOtherThing(nodes: readonly JsonLdNode[]): boolean {
  return nodes.some((node) => typesOf(node).some((type) => OTHER.test(type)));
}

/** Finds the object that is referenced by its `@id` instead of being included. */
export function resolveNode(value: unknown, nodes: readonly JsonLdNode[]): unknown {
  const id = isObject(value) && Object.keys(value).length === 1 ? value['@id'] : undefined;
  return id === undefined
    ? value
    : (nodes.find((node) => node['@id'] === id && node !== value) ?? value);
}

const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|^Report)$/u;
const OTHER = /^(?:Product|SearchResultsPage|CollectionPage|ProfilePage|JobPosting|ItemList)$/u;

function collect(value: unknown, nodes: JsonLdNode[], depth: number): void {
  if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
  if (Array.isArray(value)) for (const each of value) collect(each, nodes, depth + 1);
  if (!isObject(value)) return;
  if (value['@type'] !== undefined || value['@id'] !== undefined) nodes.push(value);
  for (const name of [
    '@graph',
    'mainEntity',
    'mainEntityOfPage',
    'author',
    'publisher',
    'isPartOf',
  ]) {
    if (value[name] !== undefined) collect(value[name], nodes, depth + 1);
  }
}

function typesOf(node: JsonLdNode): string[] {
  const types: unknown = node['@type'];
  const list: readonly unknown[] = Array.isArray(types) ? types : [types];
  return list
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^https?:\/\/schema\.org\//u, ''));
}

/** Tolerates raw line breaks in strings and comments around the object. */
function parseLoosely(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/gu,
    '',
  );
  // oxlint-disable-next-line no-control-regex -- control characters are what JSON does not allow
  for (const attempt of [bare, bare.replace(/[\u0000-\u001F]+/gu, ' ')]) {
    try {
      return JSON.parse(attempt.trim().replace(/;$/u, '')) as unknown;
    } catch {
      // The next attempt is more lenient. If the last one fails, the page has no JSON-LD.
    }
  }
  return undefined;
}

function isObject(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
