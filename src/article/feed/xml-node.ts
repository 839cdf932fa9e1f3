import { FEED_LIMITS } from './feed-limits.ts';

/** An element of a feed: its name with the usual prefix of its namespace ("dc:date", "title"). */
export interface XmlNode {
  readonly name: string;
  /** Lower-case names, with prefixes as written. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Texts with decoded references, and elements. */
  readonly children: (string | XmlNode)[];
  /** The address against which links inside are resolved. */
  readonly base: string | undefined;
  /** As given. An empty value resets the inherited language. */
  readonly lang: string | undefined;
}

/** The child elements with one of these names, ordered by the names. */
export function childrenOf(node: XmlNode, ...names: readonly string[]): XmlNode[] {
  const found: XmlNode[] = [];
  for (const name of names) {
    for (const child of node.children) {
      if (typeof child !== 'string' && child.name === name) found.push(child);
    }
  }
  return found;
}

/** The first of `childrenOf` that isn't empty. */
export function childOf(node: XmlNode, ...names: readonly string[]): XmlNode | undefined {
  return childrenOf(node, ...names).find(({ children, attributes }) => {
    if (Object.keys(attributes).length > 0) return true;
    return children.some((child) => typeof child !== 'string' || child.trim() !== '');
  });
}

/** All text inside an element, without markup. */
export function textOf(node: XmlNode): string {
  let text = '';
  for (const child of node.children) text += typeof child === 'string' ? child : textOf(child);
  return text;
}

/** Whether an element contains other elements. */
export function hasElements(node: XmlNode): boolean {
  return node.children.some((child) => typeof child !== 'string');
}

/**
 * The content of an element as HTML. If `isEscaped` (RSS, CDATA), its texts are already markup;
 * otherwise the elements are the markup (XHTML) and its texts are plain.
 */
export function markupOf(node: XmlNode, isEscaped: boolean): string {
  let html = '';
  for (const child of node.children) {
    if (html.length > FEED_LIMITS.maxMarkupChars) return html;
    if (typeof child === 'string') html += isEscaped ? child : escapeText(child);
    else {
      const name = child.name.replace(/^.*:/u, '');
      html += `<${name}>${markupOf(child, isEscaped)}${VOID.has(name) ? '' : `</${name}>`}`;
    }
  }
  return html;
}

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'input', 'source']);

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
