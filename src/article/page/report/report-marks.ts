import { isNamedCaption, isNamedComments, isNamedConsent } from '../boilerplate-names.ts';
import type { PageBlock } from '../page-blocks.ts';
import { findElement, named } from '../tree/find-elements.ts';
import type { PageElement } from '../tree/page-node.ts';

const MARKS = {
  /** Shorter blocks don't tell what a paragraph looks like. */
  minLetters: 60,
  /** The least share of all paragraphs' letters that has the report's marks. */
  minShare: 0.2,
  minParagraphs: 2,
  /** How far around a paragraph a link to another article is looked for. */
  cardDepth: 5,
} as const;

/**
 * Finds the marks of a page's report: those that most of its paragraphs have. What is marked like
 * that is the report's, whatever the elements around it are named.
 */
export function findReportMarks(blocks: readonly PageBlock[]): ReadonlySet<string> {
  const found = new Map<string, { letters: number; count: number }>();
  const cards = new Map<PageElement, boolean>();
  let total = 0;
  for (const { kind, text, linkShare, element, mark } of blocks) {
    if (kind !== 'paragraph' || text.length < MARKS.minLetters || linkShare > 0.5) continue;
    if (isCard(element, cards)) continue;
    total += text.length;
    if (mark === undefined) continue;
    const { letters, count } = found.get(mark) ?? { letters: 0, count: 0 };
    found.set(mark, { letters: letters + text.length, count: count + 1 });
  }
  const marks = Array.from(found).filter(
    ([, { letters, count }]) => count >= MARKS.minParagraphs && letters >= MARKS.minShare * total,
  );
  return new Set(marks.map(([mark]) => mark));
}

/** Whether a paragraph is in a link to another article or beside one, in a list, caption or comment. */
function isCard(element: PageElement, cards: Map<PageElement, boolean>): boolean {
  let at: PageElement | null = element;
  for (let depth = 0; at && depth < MARKS.cardDepth; depth += 1) {
    const known = cards.get(at);
    const is = known ?? isCardElement(at);
    if (known === undefined) cards.set(at, is);
    if (is) return true;
    at = at.parentElement;
  }
  return false;
}

function isCardElement(element: PageElement): boolean {
  if (CARD_TAGS.has(element.localName) || OTHER_NAMES.some((is) => is(element))) return true;
  let paragraphs = 0;
  let links = 0;
  for (const node of element.childNodes) {
    if (!node.isElement) continue;
    if (node.localName === 'p') paragraphs += 1;
    else if (isLinkedHeading(node)) links += 1;
  }
  return links > 0 && paragraphs <= 2 * links;
}

const OTHER_NAMES = [isNamedComments, isNamedConsent, isNamedCaption];
const CARD_TAGS: ReadonlySet<string> = new Set(['a', 'li', 'figure', 'figcaption']);

function isLinkedHeading(element: PageElement): boolean {
  if (element.localName === 'a') return findElement(element, named('h2 h3 h4')) !== undefined;
  return /^h[2-4]$/u.test(element.localName) && findElement(element, named('a')) !== undefined;
}
