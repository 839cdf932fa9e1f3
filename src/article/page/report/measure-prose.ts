import { isHidden } from '../is-hidden.ts';
import type { PageElement } from '../tree/page-node.ts';

/** The letters of each element's prose. An element without any isn't in the map. */
export type Prose = ReadonlyMap<PageElement, number>;

/** With fewer letters to be seen, a page shows its report only when a script runs. */
const MIN_SEEN_LETTERS = 300;

/**
 * Counts the letters that a report could consist of: outside links, lists, menus and
 * dialogs. Those may be longer than the report, and say nothing about where it is. Hidden elements
 * don't count unless the headline is in them, or hardly anything else is to be seen.
 */
export function measureProse(root: PageElement, headline: PageElement | undefined): Prose {
  const around = new Set<PageElement>();
  for (let at = headline ?? null; at; at = at.parentElement) around.add(at);
  const seen = measure(root, (element) => !around.has(element) && isHidden(element), around);
  if ((seen.get(root) ?? 0) >= MIN_SEEN_LETTERS) return seen;
  return measure(root, () => false, around);
}

function measure(
  root: PageElement,
  isUnseen: (element: PageElement) => boolean,
  around: ReadonlySet<PageElement>,
): Prose {
  const prose = new Map<PageElement, number>();
  const visit = (element: PageElement): number => {
    let letters = 0;
    for (const node of element.childNodes) {
      if (!node.isElement) letters += countLetters(node.data);
      else if (around.has(node) || !isNoProse(node)) letters += visit(node);
    }
    if (letters === 0 || isUnseen(element)) return 0;
    prose.set(element, letters);
    return letters;
  };
  visit(root);
  return prose;
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
  'a ul ol dl menu nav dialog button select label figcaption script style noscript template'.split(
    ' ',
  ),
);
const DIALOGS: ReadonlySet<string> = new Set(['dialog', 'alertdialog']);
