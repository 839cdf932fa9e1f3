import { decodeEntities } from '../../feed/decode-entities.ts';
import { PAGE_LIMITS } from '../explain-page.ts';
import { findElement, findElements, hasWord, named } from '../tree/find-elements.ts';
import type { PageElement } from '../tree/page-node.ts';
import { readLooseJson } from './read-loose-json.ts';

/** One object of a page's JSON-LD, with unchecked fields. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** Number of objects that are read, and their depth. Pages may contain whole catalogues. */
const MAX_NODES = 500;
const MAX_DEPTH = 6;

/** Reads all objects in a page's JSON-LD scripts, including those in lists and graphs. */
export function readJsonLd(page: PageElement): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  let chars = 0;
  // Other scripts aren't in the tree.
  for (const script of findElements(page, named('script'))) {
    const text = script.textContent;
    chars += text.length;
    // Small objects take fifty times the memory of their text.
    if (chars > PAGE_LIMITS.maxJsonLdChars) break;
    collect(parseLoosely(text), nodes, 0);
  }
  return nodes;
}

/** Returns the objects that describe news articles. A page may describe others than its own. */
export function articleNodes(nodes: readonly JsonLdNode[]): JsonLdNode[] {
  return nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
}

/**
 * Whether the page is described as something other than an article: a product, a search, a home
 * page.
 */
export function isOtherThing(nodes: readonly JsonLdNode[]): boolean {
  return nodes.some((node) => typesOf(node).some((type) => OTHER.test(type)));
}

/**
 * Reads the text of an article as it is given to search engines. A live blog's is that of its posts.
 */
export function readArticleBody(node: JsonLdNode): string | undefined {
  if (typeof node['articleBody'] === 'string') return node['articleBody'];
  const posts = node['liveBlogUpdate'];
  if (!Array.isArray(posts)) return undefined;
  const bodies = posts
    .slice(0, MAX_NODES)
    .map((post: unknown) => (isObject(post) ? post['articleBody'] : undefined))
    .filter((body) => typeof body === 'string');
  return bodies.length > 0 ? bodies.join('\n') : undefined;
}

/**
 * Whether an article isn't free to read, or a part of it that the page names isn't and doesn't show.
 */
export function isLockedNode(node: JsonLdNode | undefined, page: PageElement): boolean {
  if (!node) return false;
  if (isNotFree(node)) return true;
  const parts: unknown = node['hasPart'];
  return (Array.isArray(parts) ? parts : [parts])
    .slice(0, MAX_PARTS)
    .some((part: unknown) => isObject(part) && isNotFree(part) && !isShown(part, page));
}

function isNotFree(node: JsonLdNode): boolean {
  return /^(?:false|no)$/iu.test(String(node['isAccessibleForFree']));
}

/** Whether the page has the part. Only names of classes and ids are looked up. */
function isShown(part: JsonLdNode, page: PageElement): boolean {
  const selector = part['cssSelector'];
  if (typeof selector !== 'string' || !/^[.#][\w-]{1,100}$/u.test(selector)) return false;
  const name = selector.slice(1);
  const is = selector.startsWith('#')
    ? (element: PageElement): boolean => element.getAttribute('id') === name
    : (element: PageElement): boolean => hasWord(element, 'class', name);
  const text = findElement(page, is)?.textContent ?? '';
  return text.replace(/\s+/gu, '').length >= MIN_PART_LETTERS;
}

const MAX_PARTS = 10;
/** With fewer letters, a part isn't there but an offer to subscribe. */
const MIN_PART_LETTERS = 300;

/** Finds the object that is referenced by its `@id` instead of being included. */
export function resolveNode(value: unknown, nodes: readonly JsonLdNode[]): unknown {
  const id = isObject(value) && value['name'] === undefined ? value['@id'] : undefined;
  return id === undefined
    ? value
    : (nodes.find((node) => node['@id'] === id && node['name'] !== undefined) ?? value);
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

/** Most is valid JSON. A template writes the rest, and what can be understood of it counts. */
function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return readLooseJson(text.includes('"') ? text : decodeEntities(text));
  }
}

function isObject(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
