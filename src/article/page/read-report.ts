import { cleanPage, type RemovedText } from './clean-page.ts';
import { findContent } from './find-content.ts';
import { findHeadline, findHome } from './find-home.ts';
import { findLead } from './find-lead.ts';
import type { PageMetadata } from './find-metadata.ts';
import { measureProse, type Prose } from './measure-prose.ts';
import { mergeBlocks } from './merge-blocks.ts';
import { findNextArticle, removeFrom } from './other-articles.ts';
import { readBlocks, type PageBlock } from './page-blocks.ts';
import { isElement, type PageDocument, type PageElement } from './page-dom.ts';
import { findReportMarks } from './report-marks.ts';

/** A page that was cleaned, and where its report is. */
export interface PreparedReport extends RemovedText {
  readonly home: PageElement;
  /** There is so much other text on the page that the report could be taken for boilerplate. */
  readonly isHomeSmall: boolean;
  readonly leads: ReadonlySet<PageElement>;
}

/** Removes from a page what isn't its report, as far as its markup says so. */
export function prepareReport(
  page: PageDocument,
  { title, descriptions }: PageMetadata,
): PreparedReport | undefined {
  for (const element of page.querySelectorAll(NEVER_TEXT)) element.remove();
  const body = page.querySelector('body');
  if (!body) return undefined;
  const headline = findHeadline(page, title);
  const prose = measureProse(body, headline);
  const { element: home, others } = findHome(page, body, headline, prose);
  for (const other of others) other.remove();
  const blocks = readBlocks(home);
  const next = headline && findNextArticle(blocks, headline);
  if (next) removeFrom(next, home);
  const marks = findReportMarks(blocks);
  const leads = findLead(blocks, { headline, title, descriptions, marks });
  const marked = blocks.filter(({ mark }) => mark !== undefined && marks.has(mark));
  const paragraphs = new Set([...leads, ...marked.map(({ element }) => element)]);
  const removed = cleanPage(body, { home, prose, paragraphs });
  return { home, isHomeSmall: isSmall(home, body, prose), leads, ...removed };
}

/** Reads the report's blocks of a prepared page. Modifies the page. */
export function readReport(
  page: PageDocument,
  { home, isHomeSmall, leads }: PreparedReport,
): PageBlock[] {
  if (isHomeSmall) isolate(home);
  const isWhole = home.localName === 'body';
  const all = readBlocks(home);
  const content = findContent(page);
  const found = content ? readBlocks(content) : [];
  return mergeBlocks({ all, found, leads, isWhole });
}

function isSmall(home: PageElement, body: PageElement, prose: Prose): boolean {
  const own = prose.get(home) ?? 0;
  return (prose.get(body) ?? 0) - own > MAX_AROUND * own;
}

/** The most prose around the report's part, as a share of its own, that doesn't mislead. */
const MAX_AROUND = 0.5;

/** Removes all around an element. */
function isolate(element: PageElement): void {
  let at = element;
  while (at.localName !== 'body' && at.parentElement) {
    const outer: PageElement = at.parentElement;
    for (const node of Array.from(outer.childNodes))
      if (node !== at && isElement(node)) node.remove();
    at = outer;
  }
}

const NEVER_TEXT =
  'script, style, noscript, template, iframe, object, embed, svg, math, canvas, audio, video, button, select, input, textarea, link, meta, rt, rp';
