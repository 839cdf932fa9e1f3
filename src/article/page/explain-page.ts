import { countWords } from '../clean-text.ts';
import { parseUrl } from '../../parse-url.ts';

/** Why a page gives no article; a closed set, so that callers can branch on it. */
export type PageFaultReason =
  | 'not-a-page'
  | 'not-an-article'
  | 'paywall'
  | 'blocked'
  | 'too-short'
  | 'too-large'
  | 'too-slow'
  | 'unreadable';

/** A page that gives no article, and why, in a sentence for people. */
export interface PageFault {
  readonly kind: 'fault';
  readonly reason: PageFaultReason;
  readonly message: string;
}

/** Lengths by which a page is told from an article. */
export const PAGE_LIMITS = {
  /** Fewest words of a report; a shorter text is a caption, a teaser or a notice. */
  minWords: 50,
  /** Below this many words, a page that says that it is locked shows only the beginning of its report. */
  lockedWords: 150,
  /** From this many links to other pages, if they are more than the paragraphs, a page is a list of articles. */
  listLinks: 10,
  /** Below this many words on the whole page, they are read for who keeps us out. */
  noticeWords: 300,
  /** Longest page in UTF-16 units. News pages have 170,000 on average; the largest seen had 2 million. */
  maxHtmlChars: 8_000_000,
  /** The same in bytes, before it is known what they are. */
  maxHtmlBytes: 16_000_000,
  /** Longest text of an article, as for files. */
  maxTextChars: 1_000_000,
} as const;

/** What is known of a page when it is judged. */
export interface PageSigns {
  readonly text: string;
  readonly isLocked: boolean;
  readonly type: 'article' | 'other' | undefined;
  readonly url: string | undefined;
  /** How many headings and blocks on the page were no more than a link. */
  readonly linkCount: number;
  /** All words that the page shows, for what it says of itself. */
  readonly shown: string;
}

/** Why a page is no article that can be read, or undefined where it is one. */
export function explainPage(signs: PageSigns): PageFault | undefined {
  const { text, isLocked, type, url, shown, linkCount } = signs;
  if (text.length > PAGE_LIMITS.maxTextChars) return pageFault('too-large');
  const words = countWords(text);
  const isNotice = words < PAGE_LIMITS.minWords && countWords(shown) < PAGE_LIMITS.noticeWords;
  if (isNotice && BLOCKED.test(shown)) return pageFault('blocked');
  if (words < PAGE_LIMITS.lockedWords && (isLocked || LOCKED.test(shown)))
    return pageFault('paywall');
  const isList =
    isHomePage(url) || linkCount > Math.max(PAGE_LIMITS.listLinks, text.split('\n\n').length);
  if (type !== 'article' && isList) return pageFault('not-an-article');
  if (words >= PAGE_LIMITS.minWords) return undefined;
  const isArticle = type === 'article' || (type === undefined && words > 0);
  return pageFault(isArticle ? 'too-short' : 'not-an-article');
}

function isHomePage(url: string | undefined): boolean {
  const page = url === undefined ? undefined : parseUrl(url);
  return page !== undefined && /^\/(?:index\.\w+)?$/u.test(page.pathname);
}

/** A fault with the sentence that people are told. */
export function pageFault(reason: PageFaultReason, message = MESSAGES[reason]): PageFault {
  return { kind: 'fault', reason, message };
}

const MESSAGES: Readonly<Record<PageFaultReason, string>> = {
  'not-a-page': 'This is not a web page, and only web pages can be read.',
  'not-an-article': 'There is no article on this page; link to the page of a single report.',
  paywall: 'The publisher shows only the beginning of this article to those who do not subscribe.',
  blocked: 'The publisher shows this page to people with a browser only.',
  'too-short': 'The text on this page is too short for an article.',
  'too-large': 'This page is too large to be read.',
  'too-slow': 'Reading this page took too long and was given up.',
  unreadable: 'This page could not be read.',
};

const BLOCKED =
  /\b(?:are you (?:a )?(?:human|robot)|not a robot|captcha|verify(?:ing)? (?:that )?you are (?:a )?human|access (?:to this page has been )?denied|you (?:have been|are) blocked|unusual (?:traffic|activity)|checking your browser|just a moment\.\.\.|enable javascript and cookies|request blocked|attention required)/iu;
const LOCKED =
  /\b(?:(?:subscribe|sign in|log ?in|register|subscription) (?:now )?(?:to|or \S+ (?:\S+ )?to) (?:continue|keep|read|unlock|access)|subscriber[- ]only|(?:exclusive|only) (?:for|to) (?:our )?(?:subscribers|members)|to (?:continue|keep) reading,? (?:please )?(?:subscribe|sign|log|register|create)|(?:article|story) is (?:for|reserved for|available to) (?:\w+ )?subscribers|jetzt weiterlesen|article réservé aux abonnés|contenido exclusivo para suscriptores)/iu;
