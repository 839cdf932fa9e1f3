import { parseHTML } from 'linkedom';
import { exceedsLimits } from './exceeds-limits.ts';

/** The part of a DOM node that we use: an element, a text or anything else. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly parentElement: PageElement | null;
  readonly nextSibling: PageNode | null;
  remove(): void;
}

/** The part of a DOM element that we use. */
export interface PageElement extends PageNode {
  /** In lower case. */
  readonly localName: string;
  readonly childNodes: Iterable<PageNode>;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** The part of a DOM document that we use. */
export interface PageDocument {
  readonly documentElement: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Parses a page into a tree. Nothing in it is loaded or run; linkedom has no script engine. */
export function openPage(html: string): PageDocument {
  const document = parse(hasRoot(html) ? html : withRoot(html));
  // The only <html> may be inside a comment.
  const page = document.documentElement?.localName === 'html' ? document : parse(withRoot(html));
  addOmittedTags(page);
  return page;
}

function parse(html: string): BuildingDocument {
  return (parseHTML(html) as { document: BuildingDocument }).document;
}

/** Whether a node is an element. */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT_NODE;
}

/** Whether a node is a text node. */
export function isText(node: PageNode): boolean {
  return node.nodeType === TEXT_NODE;
}

/** Replaces an element by one of another name with the same content. */
export function renameElement(element: PageElement, name: string): PageElement {
  const old = element as BuildingElement;
  const renamed = old.ownerDocument.createElement(name);
  renamed.append(...Array.from(old.childNodes));
  old.replaceWith(renamed);
  return renamed;
}

/** The part of a DOM document that is used while the page is built. */
interface BuildingDocument extends PageDocument {
  createElement(name: string): BuildingElement;
}

interface BuildingElement extends PageElement {
  readonly ownerDocument: BuildingDocument;
  replaceWith(node: PageNode): void;
  append(...nodes: readonly PageNode[]): void;
  prepend(...nodes: readonly PageNode[]): void;
  replaceChildren(...nodes: readonly PageNode[]): void;
}

/**
 * Adds the tags of head and body, which HTML allows to be omitted. linkedom doesn't add them. What
 * can't be in a head begins the body.
 */
function addOmittedTags(document: BuildingDocument): void {
  const root = document.documentElement as BuildingElement | null;
  if (!root) return;
  const nodes = Array.from(root.childNodes);
  const named = (name: string): PageNode | undefined =>
    nodes.find((node) => isElement(node) && node.localName === name);
  const strays = nodes.filter(
    (node) => isElement(node) && node.localName !== 'head' && node.localName !== 'body',
  );
  const head = (named('head') ?? document.createElement('head')) as BuildingElement;
  const misplaced = Array.from(head.childNodes).filter(
    (node) => isElement(node) && !isOfHead(node) && !INVISIBLE_TAGS.has(node.localName),
  );
  if (strays.length === 0 && misplaced.length === 0 && named('body')) return;
  const body = (named('body') ?? document.createElement('body')) as BuildingElement;
  const others = nodes.filter((node) => node !== head && node !== body && !isOfHead(node));
  head.append(...strays.filter(isOfHead));
  body.prepend(...misplaced);
  body.append(...others);
  root.replaceChildren(head, body);
}

function isOfHead(node: PageNode): boolean {
  return isElement(node) && HEAD_TAGS.has(node.localName);
}

const HEAD_TAGS: ReadonlySet<string> = new Set([
  'title',
  'meta',
  'link',
  'base',
  'style',
  'script',
]);

/** What a head may have besides its own tags. Nothing of it is text. */
const INVISIBLE_TAGS: ReadonlySet<string> = new Set(['noscript', 'template', 'object']);

function hasRoot(html: string): boolean {
  return /<html[\s>]/iu.test(html);
}

/** A fragment of a page needs a root, because linkedom takes the first element for it. */
function withRoot(html: string): string {
  return `<!doctype html><html>${html}</html>`;
}

/**
 * Returns the text of a piece of HTML: "Tom &amp; <i>Jerry</i>" → "Tom & Jerry". A piece that is too
 * large for a tree has none.
 */
export function textOfHtml(html: string): string {
  if (!/[&<]/u.test(html)) return html;
  if (exceedsLimits(html)) return '';
  return openPage(`<p>${html}</p>`).querySelector('body')?.textContent ?? '';
}
