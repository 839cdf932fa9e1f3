import { countWords } from '../clean-text.ts';
import { isNotice } from './find-notice.ts';
import { hasRemainder, isInvitedToSubscribe } from './locked-words.ts';
import { parseUrl } from '../../parse-url.ts';

/** Why a page yields no article. A closed set, so that callers can branch on it. */
export type PageFaultReason =
  | 'not-a-page'
  | 'not-an-article'
  | 'paywall'
  | 'blocked'
  | 'notice'
  | 'too-short'
  | 'too-large'
  | 'too-slow'
  | 'unreadable'
  | 'busy'
  | 'fatal';

/** A page that yields no article, and the reason as a sentence for users. */
export interface PageFault {
  readonly kind: 'fault';
  readonly reason: PageFaultReason;
  readonly message: string;
}

/** Limits that tell an article from other pages. */
export const PAGE_LIMITS = {
  /** Minimum words of a report. A shorter text is a caption, a teaser or a notice. */
  minWords: 50,
  /** A page with fewer words that says it is locked shows only the beginning of its report. */
  lockedWords: 150,
  /**
   * A page with at least this many links to other pages, and more links than paragraphs, is a list
   * of articles.
   */
  listLinks: 10,
  /** If the whole page has fewer words, they are searched for a notice that blocks us. */
  noticeWords: 300,
  /** Longest page in UTF-16 units. News pages average 170,000; the largest seen had 2 million. */
  maxHtmlChars: 8_000_000,
  /** The same in bytes, before decoding. */
  maxHtmlBytes: 16_000_000,
  /**
   * Elements, attributes, texts and comments of a page together. Of 181 news pages, the largest has
   * 6,800.
   */
  maxNodes: 100_000,
  /** Depth of nested elements. Browsers flatten what is deeper; the deepest page seen had 51. */
  maxDepth: 512,
  /** Characters outside scripts and styles, twice the longest article. */
  maxShownChars: 2_000_000,
  /** Length of an attribute that is read. Some pages have their whole report in a description. */
  maxValueChars: 100_000,
  /** Length of all JSON-LD of a page that is read. A catalogue has a few hundred thousand. */
  maxJsonLdChars: 1_000_000,
  /** Longest text of an article, as for files. */
  maxTextChars: 1_000_000,
} as const;

/** What is known about a page when it is judged. */
export interface PageEvidence {
  readonly text: string;
  /** The page's title, and the headings of the first order. */
  readonly headings: readonly string[];
  readonly isLocked: boolean;
  readonly type: 'article' | 'other' | undefined;
  readonly url: string | undefined;
  /** Number of headings and blocks on the page that were only a link. */
  readonly linkCount: number;
  /** The text's paragraphs follow each other without such links between them. */
  readonly isCoherent: boolean;
  /** All words that the page shows, including notices about itself. */
  readonly shown: string;
}

/** Explains why a page has no readable article. Undefined if it has one. */
export function explainPage(evidence: PageEvidence): PageFault | undefined {
  const { text, headings, type, url, shown, linkCount, isCoherent } = evidence;
  if (text.length > PAGE_LIMITS.maxTextChars) return pageFault('too-large');
  const words = countWords(text);
  const isShort = words < PAGE_LIMITS.minWords && countWords(shown) < PAGE_LIMITS.noticeWords;
  if (isShort && BLOCKED.test(shown)) return pageFault('blocked');
  if (isNotice(headings, text === '' ? shown : text)) return pageFault('notice');
  if (isBeginning(words, evidence)) return pageFault('paywall');
  const isList =
    isHomePage(url) ||
    (!(isCoherent && type === undefined) &&
      linkCount > Math.max(PAGE_LIMITS.listLinks, text.split('\n\n').length));
  if (type !== 'article' && isList) return pageFault('not-an-article');
  if (words >= PAGE_LIMITS.minWords) return undefined;
  const isArticle = type === 'article' || (type === undefined && words > 0);
  return pageFault(isArticle ? 'too-short' : 'not-an-article');
}

/** Whether a text is only the beginning of an article that is locked. */
function isBeginning(words: number, { isLocked, shown }: PageEvidence): boolean {
  if (words < PAGE_LIMITS.lockedWords) return isLocked || isInvitedToSubscribe(shown);
  return hasRemainder(shown);
}

function isHomePage(url: string | undefined): boolean {
  const page = url === undefined ? undefined : parseUrl(url);
  return page !== undefined && /^\/(?:index\.\w+)?$/u.test(page.pathname);
}

/** Builds a fault with its sentence for users. */
export function pageFault(reason: PageFaultReason, message = MESSAGES[reason]): PageFault {
  return { kind: 'fault', reason, message };
}

const MESSAGES: Readonly<Record<PageFaultReason, string>> = {
  'not-a-page': 'This is not a web page, and only web pages can be read.',
  'not-an-article': 'There is no article on this page; link to the page of a single report.',
  paywall: 'The publisher shows only the beginning of this article to those who do not subscribe.',
  blocked: 'The publisher shows this page to people with a browser only.',
  notice: 'The publisher shows a notice in place of this article.',
  'too-short': 'The text on this page is too short for an article.',
  'too-large': 'This page is too large to be read.',
  'too-slow': 'Reading this page took too long and was given up.',
  unreadable: 'This page could not be read.',
  busy: 'This page is being read already; try again in a minute.',
  fatal: 'Reading this page ended the program before, so it is not read again.',
};

const BLOCKED =
  /\b(?:are you (?:a )?(?:human|robot)|not a robot|captcha|verify(?:ing)? (?:that )?you are (?:a )?human|access (?:to this page has been )?denied|you (?:have been|are) blocked|unusual (?:traffic|activity)|checking your browser|just a moment\.\.\.|enable javascript and cookies|request blocked|attention required)/iu;
