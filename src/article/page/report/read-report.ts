import { endsSentence } from '../../scraped/headline.ts';
import { cleanPage, type RemovedText } from '../clean-page.ts';
import { removeConsentTexts } from './consent-texts.ts';
import { removeEmbedConsents } from './embed-consents.ts';
import { findContent } from '../readability/find-content.ts';
import { findHeadline, findReportPart } from './find-report-part.ts';
import { findLead } from './find-lead.ts';
import type { PageMetadata } from '../facts/find-metadata.ts';
import { measureProse, type Prose } from './measure-prose.ts';
import { mergeBlocks } from './merge-blocks.ts';
import { findNextArticle, removeFrom } from './other-articles.ts';
import { readBlocks, type PageBlock } from '../page-blocks.ts';
import { findElement, findElements, named } from '../tree/find-elements.ts';
import type { PageElement } from '../tree/page-node.ts';
import { readLines, type LineFacts } from '../facts/page-lines.ts';
import { removePictureBoxes } from './picture-boxes.ts';
import { removeSignUpBoxes } from './sign-up-boxes.ts';
import { findReportMarks } from './report-marks.ts';

/** A page that was cleaned, and where its report is. */
export interface PreparedReport extends RemovedText {
  readonly part: PageElement;
  /** There is so much other text on the page that the report could be taken for boilerplate. */
  readonly isPartSmall: boolean;
  readonly leads: ReadonlySet<PageElement>;
  readonly headline: PageElement | undefined;
  /** What the lines around the report say about it. */
  readonly lines: LineFacts;
}

/** The blocks that may be a page's report. */
export interface ReportBlocks {
  readonly blocks: readonly PageBlock[];
  /** Below the page's headline, they follow each other with few links to other pages between them. */
  readonly isCoherent: boolean;
}

/** Removes from a page what isn't its report, as far as its markup says so. */
export function prepareReport(
  page: PageElement,
  { title, descriptions, lang }: PageMetadata,
): PreparedReport | undefined {
  const body = findElement(page, named('body'));
  if (!body) return undefined;
  removeEmbedConsents(body);
  // Screen readers read the sounds of these letters, so the letters are hidden from them.
  for (const letters of findElements(page, named('rb'))) letters.removeAttribute('aria-hidden');
  const headline = findHeadline(page, title);
  removeSignUpBoxes(body, headline);
  for (const element of findElements(page, isNeverText)) element.remove();
  const prose = measureProse(body, headline);
  if (headline) removeConsentTexts(headline, body, prose);
  const { element: part, others } = findReportPart(page, body, headline, prose);
  for (const other of others) other.remove();
  const pictured = removePictureBoxes(part, headline, prose);
  const blocks = readBlocks(part);
  const lines = readLines(blocks, headline, lang);
  const next = headline && findNextArticle(blocks, headline);
  if (next) removeFrom(next, part);
  const marks = findReportMarks(blocks);
  const leads = findLead(blocks, { headline, title, descriptions, marks });
  const marked = blocks.filter(({ mark }) => mark !== undefined && marks.has(mark));
  const paragraphs = new Set([...leads, ...marked.map(({ element }) => element)]);
  const removed = cleanPage(body, { part, prose, paragraphs });
  return {
    part,
    isPartSmall: isSmall(part, body, prose),
    leads,
    headline,
    lines,
    captions: [...pictured, ...removed.captions],
    notices: removed.notices,
  };
}

/** Reads the report's blocks of a prepared page. Modifies the page. */
export function readReport(
  page: PageElement,
  { part, isPartSmall, leads, headline }: PreparedReport,
): ReportBlocks {
  if (isPartSmall) isolate(part);
  const isWhole = part.localName === 'body';
  const all = readBlocks(part);
  const content = findContent(page);
  const found = content ? readBlocks(content) : [];
  const blocks = mergeBlocks({ all, found, leads, isWhole });
  return { blocks, isCoherent: headline !== undefined && isCoherent(all, blocks) };
}

/** A list of articles has as many links as paragraphs. */
function isCoherent(all: readonly PageBlock[], blocks: readonly PageBlock[]): boolean {
  const paragraphs = blocks.filter(({ kind, text }) => kind === 'paragraph' && endsSentence(text));
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  if (!first || !last || paragraphs.length < MIN_PARAGRAPHS) return false;
  const at = (block: PageBlock): number =>
    all.findIndex(({ element }) => element === block.element);
  const between = all.slice(at(first), at(last));
  const links = between.filter(({ linkShare }) => linkShare > MAX_LINK_SHARE).length;
  return links < MAX_LINKS * paragraphs.length;
}

/** Shorter texts aren't told from a list's teasers. */
const MIN_PARAGRAPHS = 4;
const MAX_LINK_SHARE = 0.8;
/** The most links between a report's paragraphs, as a share of those. */
const MAX_LINKS = 0.5;

function isSmall(part: PageElement, body: PageElement, prose: Prose): boolean {
  const own = prose.get(part) ?? 0;
  return (prose.get(body) ?? 0) - own > MAX_AROUND * own;
}

/** The most prose around the report's part, as a share of its own, that doesn't mislead. */
const MAX_AROUND = 0.5;

/** Removes all around an element. */
function isolate(element: PageElement): void {
  let at = element;
  while (at.localName !== 'body' && at.parentElement) {
    const outer: PageElement = at.parentElement;
    for (const node of outer.childNodes) if (node !== at && node.isElement) node.remove();
    at = outer;
  }
}

/** Others never become elements of the page. */
const isNeverText = named('script embed button select input textarea link meta rt rp');
