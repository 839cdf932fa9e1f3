import { findElement, findElements, type ElementTest } from '../tree/find-elements.ts';
import { wordSet } from '../../../text/word-set.ts';
import type { PageElement } from '../tree/page-node.ts';

const BOX = {
  /** The most characters of a box around a field for an address. */
  maxChars: 300,
  /** How far around a field its box may be. */
  maxDepth: 6,
  /** A page with more fields is no report. */
  maxFields: 20,
} as const;

/**
 * Removes the boxes that ask for a reader's address: the few words around a field for it, which name
 * neither box nor newsletter.
 */
export function removeSignUpBoxes(body: PageElement, headline: PageElement | undefined): void {
  for (const field of findElements(body, isAddressField).slice(0, BOX.maxFields)) {
    let box = field;
    for (let depth = 0; depth < BOX.maxDepth; depth += 1) {
      const outer: PageElement | null = box.parentElement;
      if (!outer || !mayBeBox(outer, headline)) break;
      box = outer;
    }
    box.remove();
  }
}

function mayBeBox(element: PageElement, headline: PageElement | undefined): boolean {
  return (
    !LARGE.has(element.localName) &&
    element.textWithin(BOX.maxChars) !== undefined &&
    findElement(element, (at) => at === headline) === undefined
  );
}

const LARGE = wordSet('body main article');
const isAddressField: ElementTest = (element) =>
  element.localName === 'input' &&
  (element.getAttribute('type') === 'email' ||
    /^e-?mail/iu.test(element.getAttribute('name') ?? ''));
