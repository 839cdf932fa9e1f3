import { countWords } from '../../clean-text.ts';
import type { PageBlock } from '../page-blocks.ts';
import { markOf } from './mark-of.ts';
import type { PageElement } from '../tree/page-node.ts';

const OTHERS = {
  /** Shorter words are in any text. */
  minLetters: 5,
  /** A section that shares more of its words with the text above is about the same. */
  maxShared: 0.12,
  /** A section with fewer words is too short to say. */
  minWords: 30,
  /** Pages with more headings are lists. */
  maxHeadings: 50,
} as const;

/**
 * Finds the heading where another whole article begins below a page's own: after a line, or as a
 * second headline, and about something else.
 */
export function findNextArticle(
  blocks: readonly PageBlock[],
  headline: PageElement,
): PageElement | undefined {
  const start = blocks.findIndex(({ element }) => element === headline);
  if (start === -1) return undefined;
  let looked = 0;
  for (const [at, { kind, element }] of blocks.entries()) {
    if (at <= start + 1 || kind !== 'heading' || !/^h[12]$/u.test(element.localName)) continue;
    if ((looked += 1) > OTHERS.maxHeadings) return undefined;
    if (!beginsArticle(element, headline)) continue;
    if (isAlien(blocks.slice(start, at), sectionOf(blocks, at))) return element;
  }
  return undefined;
}

/** Removes an element and all that follows it in a part of the page. */
export function removeFrom(element: PageElement, end: PageElement): void {
  let at = element;
  while (at !== end && at.parentElement) {
    const outer: PageElement = at.parentElement;
    const siblings = outer.childNodes;
    for (const node of siblings.slice(siblings.indexOf(at) + 1)) node.remove();
    at = outer;
  }
  element.remove();
}

function beginsArticle(element: PageElement, headline: PageElement): boolean {
  if (element === headline) return false;
  const isLike =
    element.localName === headline.localName &&
    (element.localName === 'h1' || hasMarkOf(element, headline));
  return isLike || followsLine(element);
}

/** Whether two headings are named alike. Sub-heads aren't named like the headline. */
function hasMarkOf(element: PageElement, headline: PageElement): boolean {
  const mark = markOf(headline);
  return mark !== undefined && markOf(element) === mark;
}

function followsLine(element: PageElement): boolean {
  let before: PageElement | undefined;
  for (const node of element.parentElement?.childNodes ?? []) {
    if (node === element) break;
    if (node.isElement) before = node;
  }
  if (!before) return false;
  const isLine = before.localName === 'hr' || LINE.test(before.getAttribute('class') ?? '');
  return isLine && before.textContent.trim() === '';
}

const LINE = /(?:^|[\s_-])(?:sep|separator|divider|rule|line|hr)(?:$|[\s_-])/iu;

function sectionOf(blocks: readonly PageBlock[], at: number): readonly PageBlock[] {
  const end = blocks.findIndex(
    ({ kind, element }, each) =>
      each > at && kind === 'heading' && /^h[12]$/u.test(element.localName),
  );
  return blocks.slice(at, end === -1 ? undefined : end);
}

function isAlien(above: readonly PageBlock[], section: readonly PageBlock[]): boolean {
  const words = wordsOf(section);
  if (section.reduce((sum, { text }) => sum + countWords(text), 0) < OTHERS.minWords) return false;
  const known = wordsOf(above);
  const shared = [...words].filter((word) => known.has(word)).length;
  const [title] = above;
  const ofTitle = title ? wordsOf([title]) : new Set<string>();
  return (
    ofTitle.size > 1 &&
    shared <= OTHERS.maxShared * words.size &&
    ![...ofTitle].some((word) => words.has(word))
  );
}

/** The long words of blocks by their beginnings, so that "ferries" is the word of "ferry". */
function wordsOf(blocks: readonly PageBlock[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of blocks) {
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
      if (word.length >= OTHERS.minLetters) words.add(word.slice(0, OTHERS.minLetters));
    }
  }
  return words;
}
