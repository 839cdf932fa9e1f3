import { Readability } from '@mozilla/readability';
import { PageElement, PageText, type PageNode } from '../tree/page-node.ts';
import { ReadableAttribute, ReadableDocument, ReadableNode } from './readable-node.ts';

/** Finds the part of a page that contains its report, with Mozilla's Readability, on a copy. */
export function findContent(page: PageElement): PageElement | undefined {
  const document = new ReadableDocument(copyElement(page));
  try {
    const reader = new Readability<ReadableNode>(document, {
      keepClasses: true,
      disableJSONLD: true,
      serializer: (node: unknown) => node as ReadableNode,
    });
    const content = reader.parse()?.content;
    return content ? readElement(content) : undefined;
  } catch (error) {
    // It throws on some malformed trees. What is nested too deeply is told apart by the caller.
    if (error instanceof RangeError) throw error;
    return undefined;
  }
}

function copyNode(node: PageNode): ReadableNode {
  return node.isElement ? copyElement(node) : new ReadableNode(3, '', node.data);
}

function copyElement(element: PageElement): ReadableNode {
  const attributes: ReadableAttribute[] = [];
  const printed = element.attributes;
  for (let at = 0; at < printed.length; at += 2) {
    const attribute = new ReadableAttribute(printed[at]!, printed[at + 1]!);
    // It would resolve other addresses, one by one.
    if (attribute.name !== 'href' || OWN_HREF.test(attribute.value)) attributes.push(attribute);
  }
  const copied = new ReadableNode(1, element.localName, '', attributes);
  for (let node = element.firstChild; node; node = node.nextSibling)
    copied.appendChild(copyNode(node));
  return copied;
}

/** Links that Readability tells from others: within the page, and to scripts. */
const OWN_HREF = /^(?:#|javascript:)/u;

function readElement(from: ReadableNode): PageElement {
  const element = new PageElement(from.localName);
  for (const { name, value } of from.attributes) element.addAttribute(name, value);
  for (let node = from.firstChild; node; node = node.nextSibling)
    element.append(node.tagName === undefined ? new PageText(node.textContent) : readElement(node));
  return element;
}
