import { parseHTML } from 'linkedom';

/** What we use of a node of a page: an element, a text or anything else. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly parentElement: PageElement | null;
  remove(): void;
}

/** What we use of an element of a page. */
export interface PageElement extends PageNode {
  /** In small letters. */
  readonly localName: string;
  readonly childNodes: Iterable<PageNode>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** What we use of a page. */
export interface PageDocument {
  readonly documentElement: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** A page as a tree. Nothing in it is loaded or run: linkedom has no engine for scripts. */
export function openPage(html: string): PageDocument {
  const { document } = parseHTML(wrap(html)) as { document: BuildingDocument };
  addOmittedTags(document);
  return document;
}

/** Whether a node is an element. */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT_NODE;
}

/** Whether a node is a piece of text. */
export function isText(node: PageNode): boolean {
  return node.nodeType === TEXT_NODE;
}

/** What is needed of a page while it is put together. */
interface BuildingDocument extends PageDocument {
  createElement(name: string): BuildingElement;
}

interface BuildingElement extends PageElement {
  append(...nodes: readonly PageNode[]): void;
  replaceChildren(...nodes: readonly PageNode[]): void;
}

/** HTML lets the tags of head and body be left out, and linkedom does not put them in. */
function addOmittedTags(document: BuildingDocument): void {
  const root = document.documentElement as BuildingElement | null;
  if (!root) return;
  const nodes = Array.from(root.childNodes);
  const named = (name: string): PageNode | undefined =>
    nodes.find((node) => isElement(node) && node.localName === name);
  const strays = nodes.filter(
    (node) => isElement(node) && node.localName !== 'head' && node.localName !== 'body',
  );
  if (strays.length === 0 && named('body')) return;
  const head = (named('head') ?? document.createElement('head')) as BuildingElement;
  const body = (named('body') ?? document.createElement('body')) as BuildingElement;
  const others = nodes.filter((node) => node !== head && node !== body && !isOfHead(node));
  head.append(...strays.filter(isOfHead));
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

/** linkedom takes the first element for the root: a piece of a page needs one around it. */
function wrap(html: string): string {
  return /<html[\s>]/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
}

/** The words of a piece of HTML: "Tom &amp; <i>Jerry</i>" is "Tom & Jerry". */
export function textOfHtml(html: string): string {
  if (!/[&<]/u.test(html)) return html;
  return openPage(`<p>${html}</p>`).querySelector('body')?.textContent ?? '';
}
