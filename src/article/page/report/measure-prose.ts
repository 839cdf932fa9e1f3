import { isHidden } from '../is-hidden.ts';
import { isElement, isText, type PageElement } from '../page-dom.ts';

/** The letters of each element's prose. An element without any isn't in the map. */
export type Prose = ReadonlyMap<PageElement, number>;

/** With fewer letters to be seen, a page shows its report only when a script runs. */
const MIN_SEEN_LETTERS = 300;

/**
 * Counts the letters that a report could consist of: outside links, lists, menus, forms and
 * dialogs. Those may be longer than the report, and say nothing about where it is. Hidden elements
 * don't count unless the headline is in them, or hardly anything else is to be seen.
 */
export function measureProse(root: PageElement, headline: PageElement | undefined): Prose {
  const seen = measure(root, (element) => isHidden(element) && !holds(element, headline));
  return (seen.get(root) ?? 0) >= MIN_SEEN_LETTERS ? seen : measure(root, () => false);
}

function measure(root: PageElement, isUnseen: (element: PageElement) => boolean): Prose {
  const prose = new Map<PageElement, number>();
  const visit = (element: PageElement): number => {
    let letters = 0;
    for (const node of element.childNodes) {
      if (isText(node)) letters += countLetters(node.textContent ?? '');
      else if (isElement(node) && !isNoProse(node)) letters += visit(node);
    }
    if (letters === 0 || isUnseen(element)) return 0;
    prose.set(element, letters);
    return letters;
  };
  visit(root);
  return prose;
}

function holds(element: PageElement, headline: PageElement | undefined): boolean {
  for (let at = headline ?? null; at; at = at.parentElement) if (at === element) return true;
  return false;
}

function countLetters(text: string): number {
  return text.replace(/\s+/gu, '').length;
}

function isNoProse(element: PageElement): boolean {
  return (
    NO_PROSE.has(element.localName) ||
    DIALOGS.has(element.getAttribute('role')?.toLowerCase() ?? '')
  );
}

const NO_PROSE: ReadonlySet<string> = new Set(
  'a ul ol dl menu nav form dialog button select label figcaption script style noscript template'.split(
    ' ',
  ),
);
const DIALOGS: ReadonlySet<string> = new Set(['dialog', 'alertdialog']);
