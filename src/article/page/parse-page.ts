import type { Caption, Subhead } from '../article.ts';
import { cleanText, countWords } from '../clean-text.ts';
import { explainPage, PAGE_LIMITS, pageFault, type PageFault } from './explain-page.ts';
import { findMetadata, type PageMetadata } from './facts/find-metadata.ts';
import { buildCaptions } from './page-captions.ts';
import {
  findElement,
  findElements,
  isInside,
  named,
  type ElementTest,
} from './tree/find-elements.ts';
import { openPage } from './tree/open-page.ts';
import type { PageElement } from './tree/page-node.ts';
import { findUrlDay } from './facts/page-date.ts';
import type { LineFacts } from './facts/page-lines.ts';
import { joinBlocks } from './page-text.ts';
import { prepareReport, readReport } from './report/read-report.ts';
import { selectBlocks } from './select-blocks.ts';

/** An article as found in its page. */
export interface PageArticle {
  readonly title: string;
  /** Paragraphs joined by a blank line. Sub-heads and captions are separate. */
  readonly text: string;
  /** The address that was read. */
  readonly url?: string;
  /** The page's canonical address, if credible. */
  readonly canonicalUrl?: string;
  readonly author?: string;
  /** ISO 8601 in UTC. */
  readonly publishedAt?: string;
  /** Only the day is known. */
  readonly dayOnly?: boolean;
  /** The page doesn't state the date as that of publication: it may be that of a change. */
  readonly isDateUncertain?: boolean;
  readonly section?: string;
  readonly captions: readonly Caption[];
  readonly subheads: readonly Subhead[];
  readonly lang?: string;
  /** The site's name. */
  readonly source?: string;
}

/** A page's article, or the reason why there is none. */
export type PageResult =
  | { readonly kind: 'article'; readonly article: PageArticle }
  /**
   * For an article behind a paywall: what the publisher shows to everyone, which isn't an article
   * by itself.
   */
  | (PageFault & { readonly beginning?: PageArticle });

/** A decoded page and its address. */
export interface PageInput {
  readonly html: string;
  readonly url?: string | undefined;
}

/**
 * Parses the article of a web page. Nothing in the page is loaded or run. A page can make this
 * slow, so pages from the web are given to a page reader, which sets limits.
 */
export function parsePage({ html, url }: PageInput): PageResult {
  const page = html.length > PAGE_LIMITS.maxHtmlChars ? undefined : openPage(html);
  if (!page) return pageFault('too-large');
  const metadata = findMetadata(page, url);
  const headings = [metadata.title, ...readHeadings(page)];
  const report = prepareReport(page, metadata);
  if (!report) return pageFault('not-an-article');
  const { captions, notices } = report;
  const shown = [metadata.title, cleanText(findElement(page, named('body'))?.textContent ?? '')];
  const linkedHeadings = findElements(page, isLinkedHeading).length;
  const { blocks, isCoherent } = readReport(page, report);
  const selected = selectBlocks(blocks, {
    title: metadata.title,
    author: metadata.author ?? report.lines.author,
  });
  const body = chooseText(joinBlocks(selected.blocks), metadata);
  const fault = explainPage({
    text: body.text,
    headings,
    linkCount: linkedHeadings + selected.linkCount,
    isCoherent,
    isLocked: metadata.isLocked,
    type: metadata.type,
    url,
    shown: [...shown, ...notices].join('\n'),
  });
  const isPaywall = fault?.reason === 'paywall' && body.text !== '';
  if (fault && !isPaywall) return fault;
  if (metadata.title === '') return fault ?? pageFault('not-an-article');
  const article: PageArticle = {
    title: metadata.title,
    ...body,
    ...(url !== undefined && { url }),
    ...pickFacts(metadata, report.lines, url),
    captions: buildCaptions([...captions, ...selected.captions], body.text),
  };
  return fault ? { ...fault, beginning: article } : { kind: 'article', article };
}

function readHeadings(page: PageElement): string[] {
  return findElements(page, named('title h1')).map((each) => cleanText(each.textContent));
}

/** Headings of lists of articles, which Readability removes. */
const isLinkedHeading: ElementTest = (element) =>
  element.localName === 'a'
    ? isInside(element, isSubheading)
    : isSubheading(element) && isInside(element, named('a'));

const isSubheading = named('h2 h3 h4');

/** A text with fewer words may be incomplete until a script fills it in. */
const FEW_WORDS = 120;

/**
 * If a page has little text, its report is inserted by a script, and the copy for search engines is
 * the same text. Not used for subscribers' articles: that copy isn't meant for us.
 */
function chooseText(
  body: { text: string; subheads: Subhead[] },
  { articleBody = '', isLocked }: PageMetadata,
): { text: string; subheads: Subhead[] } {
  const isBetter =
    countWords(body.text) < FEW_WORDS && countWords(articleBody) > 2 * countWords(body.text);
  if (isLocked || !isBetter) return body;
  const paragraphs = articleBody.split(/\n+/u).map(cleanText);
  return { text: paragraphs.filter((text) => text !== '').join('\n\n'), subheads: [] };
}

function pickFacts(
  { canonicalUrl, author, dates, section, lang, source }: PageMetadata,
  lines: LineFacts,
  url: string | undefined,
) {
  const writer = author ?? lines.author;
  const date =
    dates.published ?? lines.published ?? dates.loose ?? findUrlDay(url) ?? dates.changed;
  const { iso, dayOnly = false, isStated = false } = date ?? {};
  return {
    ...(canonicalUrl !== undefined && { canonicalUrl }),
    ...(writer !== undefined && { author: writer }),
    ...(iso !== undefined && { publishedAt: iso, ...(dayOnly && { dayOnly }) }),
    ...(iso !== undefined && !isStated && { isDateUncertain: true }),
    ...(section !== undefined && { section }),
    ...(lang !== undefined && { lang }),
    ...(source !== undefined && { source }),
  };
}
