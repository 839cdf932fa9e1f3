import { comparisonKey, countWords } from '../../clean-text.ts';
import { findBoilerplate } from '../../scraped/find-boilerplate.ts';
import { endsSentence } from '../../scraped/headline.ts';
import { readByline } from '../../scraped/read-byline.ts';
import { isNamedCaption, isNamedLead } from '../boilerplate-names.ts';
import { readLabelledName } from '../facts/person-names.ts';
import { findPageBoilerplate } from '../find-page-boilerplate.ts';
import type { PageBlock } from '../page-blocks.ts';
import type { PageElement } from '../tree/page-node.ts';
import { wordSet } from '../../../text/word-set.ts';

const LEAD = {
  /** Below a headline, only so many blocks are looked at: names, dates and buttons, then the lead. */
  maxBlocks: 20,
  maxWords: 120,
  /** Minimum words of a lead that is named as one, and of one that is told by its place. */
  namedWords: 5,
  sentenceWords: 10,
  /** The same for each point of a list. */
  pointWords: 3,
  /** Letters that a description and a block must share from their beginnings. */
  sharedLetters: 40,
  /** How far around a block names are looked for. */
  depth: 4,
} as const;

/** What tells a lead from other lines below a headline. */
export interface LeadEvidence {
  readonly headline: PageElement | undefined;
  readonly title: string;
  /** What the page says about its article for lists and search engines. */
  readonly descriptions: readonly string[];
  readonly marks: ReadonlySet<string>;
}

/**
 * Finds a report's lead where it stands apart from the other paragraphs: below the headline, in
 * large type, often as a heading, and named like a teaser.
 */
export function findLead(
  blocks: readonly PageBlock[],
  { headline, title, descriptions, marks }: LeadEvidence,
): ReadonlySet<PageElement> {
  const titleKey = comparisonKey(title);
  const described = descriptions.map(openingKey).filter((key) => key.length >= LEAD.sharedLetters);
  const isDescribed = (text: string): boolean => {
    const key = openingKey(text);
    return described.some(
      (each) => each.startsWith(key.slice(0, each.length)) && key.length >= LEAD.sharedLetters,
    );
  };
  const at = headline ? blocks.findIndex((block) => isWithin(block.element, headline)) : -1;
  const found = new Set<PageElement>();
  for (const block of blocks.slice(at + 1, at + 1 + LEAD.maxBlocks)) {
    if (block.mark !== undefined && marks.has(block.mark)) break;
    if (isPoint(block)) found.add(block.element);
    if (!mayBeLead(block, titleKey)) continue;
    const words = countWords(block.text);
    if (
      isDescribed(block.text) ||
      (words >= LEAD.namedWords && isAround(block.element, isNamedLead))
    ) {
      found.add(block.element);
    } else if (words >= LEAD.sentenceWords && endsSentence(block.text)) {
      // The first sentence below the headline is the lead or already the report's first paragraph.
      if (at !== -1) found.add(block.element);
      break;
    }
  }
  return found;
}

/** A lead may be a list of points, named as one. */
function isPoint({ kind, text, linkShare, element }: PageBlock): boolean {
  const list = element.parentElement;
  if (kind !== 'item' || linkShare > 0.5 || list === null) return false;
  return (
    countWords(text) >= LEAD.pointWords &&
    (isNamedLead(list) || (list.parentElement !== null && isNamedLead(list.parentElement)))
  );
}

function mayBeLead(block: PageBlock, titleKey: string): boolean {
  const { kind, text, linkShare, element } = block;
  return (
    (kind === 'paragraph' || kind === 'heading' || kind === 'quote') &&
    linkShare < 0.5 &&
    countWords(text) <= LEAD.maxWords &&
    comparisonKey(text) !== titleKey &&
    readByline(text) === undefined &&
    readLabelledName(text.replaceAll(' ,', ',')) === undefined &&
    findBoilerplate(text) === undefined &&
    findPageBoilerplate(block) === undefined &&
    !isAround(element, isNoPlaceForLead)
  );
}

/** The letters with which a text begins, up to where descriptions are cut off. */
function openingKey(text: string): string {
  return comparisonKey(text.replace(/ ?(?:…|\.\.\.)$/u, '')).slice(0, 120);
}

function isAround(element: PageElement, is: (element: PageElement) => boolean): boolean {
  let at: PageElement | null = element;
  for (let depth = 0; at && depth < LEAD.depth && at.localName !== 'body'; depth += 1) {
    if (is(at)) return true;
    at = at.parentElement;
  }
  return false;
}

function isWithin(element: PageElement, outer: PageElement): boolean {
  return isAround(element, (at) => at === outer);
}

function isNoPlaceForLead(element: PageElement): boolean {
  return NO_PLACE.has(element.localName) || isNamedCaption(element);
}

const NO_PLACE = wordSet('figure figcaption aside nav footer form dialog li a button label');
