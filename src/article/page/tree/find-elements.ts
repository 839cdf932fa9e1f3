import { wordSet } from '../../../text/word-set.ts';
import { nextNode, type PageElement } from './page-node.ts';

/** A question about an element. */
export type ElementTest = (element: PageElement) => boolean;

/** All elements within one for which the answer is yes, in the order of the page. */
export function findElements(root: PageElement, is: ElementTest): PageElement[] {
  const found: PageElement[] = [];
  for (let node = nextNode(root, root); node; node = nextNode(node, root))
    if (node.isElement && is(node)) found.push(node);
  return found;
}

/** The first element within one for which the answer is yes. */
export function findElement(root: PageElement, is: ElementTest): PageElement | undefined {
  for (let node = nextNode(root, root); node; node = nextNode(node, root))
    if (node.isElement && is(node)) return node;
  return undefined;
}

/** Whether an element has one of the names: "h1 h2". */
export function named(names: string): ElementTest {
  const wanted = wordSet(names);
  return (element) => wanted.has(element.localName);
}

/** Whether an attribute that is a list of words has a word. */
export function hasWord(element: PageElement, attribute: string, word: string): boolean {
  const printed = element.getAttribute(attribute);
  if (printed === null || !printed.includes(word)) return false;
  return printed.split(/\s+/u).includes(word);
}

/** Whether an element has a property of schema.org, as microdata or as RDFa: "schema:author". */
export function hasProperty(element: PageElement, name: string): boolean {
  return (
    hasWord(element, 'itemprop', name) ||
    hasWord(element, 'property', name) ||
    hasWord(element, 'property', `schema:${name}`)
  );
}

/** Whether an element is within another for which the answer is yes. */
export function isInside(element: PageElement, is: ElementTest): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) if (is(at)) return true;
  return false;
}
