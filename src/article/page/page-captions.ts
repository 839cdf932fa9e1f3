import type { Caption } from '../article.ts';
import { cleanText, comparisonKey, countWords } from '../clean-text.ts';
import { findBoilerplate } from '../scraped/find-boilerplate.ts';
import { findPageBoilerplate } from './find-page-boilerplate.ts';
import type { PageElement } from './tree/page-node.ts';
import { ReportFacts } from '../report-facts.ts';

/** Maximum number of captions that are kept. A gallery has hundreds. */
const MAX_CAPTIONS = 50;

/**
 * Cleans a page's captions: each once, with its credit separate. A caption that repeats the text is
 * dropped.
 */
export function buildCaptions(printed: readonly string[], text: string): readonly Caption[] {
  const facts = new ReportFacts();
  const textKey = comparisonKey(text);
  for (const each of printed) {
    if (facts.captions.length >= MAX_CAPTIONS) break;
    const caption = each.replace(LABEL, '').replace(CREDIT_DOTS, ' Credit: ').trim();
    if (isNoCaption(caption) || textKey.includes(comparisonKey(caption))) continue;
    facts.addCaption(caption);
  }
  return facts.captions;
}

/** Caption and credit are often in separate elements without a space between them. */
export function readCaption(element: PageElement): string {
  const words: string[] = [];
  const visit = (parent: PageElement): void => {
    for (const node of parent.childNodes) {
      if (node.isElement) visit(node);
      else words.push(node.data);
    }
  };
  visit(element);
  return cleanText(words.join(' ')).replace(/ (?=[,.;:!?)’])|(?<=[(‘]) /gu, '');
}

/** Whether a text doesn't say what a picture shows: a name alone, or an advertisement. */
function isNoCaption(text: string): boolean {
  return (
    countWords(text) < 3 ||
    findBoilerplate(text) !== undefined ||
    findPageBoilerplate({ text, linkShare: 1 }) !== undefined
  );
}

/** "… on Monday.Credit...A. Writer" */
const CREDIT_DOTS = / ?\bCredit\.\.\. ?/u;

/** Labels for screen readers, and buttons. */
const LABEL =
  /^(?:(?:image|photo|media|picture|video) (?:caption|copyright|source):?,? ?|image: |(?:hide|toggle) caption ?|enlarge(?: this image)? ?)+/iu;
