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
  const { document } = parseHTML(wrap(html)) as { document: PageDocument };
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

/** linkedom takes the first element for the root: a piece of a page needs one around it. */
function wrap(html: string): string {
  return /<html[\s>]/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
}

/** The words of a piece of HTML: "Tom &amp; <i>Jerry</i>" is "Tom & Jerry". */
export function textOfHtml(html: string): string {
  if (!/[&<]/u.test(html)) return html;
  return openPage(`<p>${html}</p>`).querySelector('body')?.textContent ?? '';
}
