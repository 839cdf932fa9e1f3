import type { Caption } from '../article.ts';
import { comparisonKey, countWords } from '../clean-text.ts';
import { findBoilerplate } from '../scraped/find-boilerplate.ts';
import { findPageBoilerplate } from './find-page-boilerplate.ts';
import { ReportFacts } from '../report-facts.ts';

/** Captions are kept up to this many; a gallery has hundreds. */
const MAX_CAPTIONS = 50;

/** A page's captions as printed → each once, its credit apart. What the text says as well is none. */
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

/** A caption tells what a picture shows; a name alone or an advertisement does not. */
function isNoCaption(text: string): boolean {
  return (
    countWords(text) < 3 ||
    findBoilerplate(text) !== undefined ||
    findPageBoilerplate({ text, linkShare: 1 }) !== undefined
  );
}

/** "… on Monday.Credit...A. Writer" */
const CREDIT_DOTS = /\s*\bCredit\.\.\.\s*/u;

/** Words for those who hear the page, and buttons. */
const LABEL =
  /^(?:(?:image|photo|media|picture|video) (?:caption|copyright|source):?,? ?|image: |(?:hide|toggle) caption ?|enlarge(?: this image)? ?)+/iu;
