import { comparisonKey } from '../../clean-text.ts';
import { isNamedOther } from '../boilerplate-names.ts';
import type { Prose } from './measure-prose.ts';
import {
  findElement,
  findElements,
  hasWord,
  named,
  type ElementTest,
} from '../tree/find-elements.ts';
import type { PageElement } from '../tree/page-node.ts';

const PART = {
  /** A main part or an article with fewer letters may hold the headline only. */
  minLetters: 300,
  /** An article with so many has more than a lead. */
  surelyLetters: 500,
  /** Fewer letters of a title are in too many headings. */
  minTitleLetters: 8,
  /** Pages with more articles are lists. */
  maxOthers: 100,
} as const;

/** Where a page's report is. */
export interface ReportPart {
  /** The part that holds the report. The body if nothing smaller surely does. */
  readonly element: PageElement;
  /** The page's headline, if it is in that part. */
  readonly headline?: PageElement;
  /** Other whole articles in that part. */
  readonly others: readonly PageElement[];
}

/**
 * Finds the part of a page that its markup declares to be the report's: the `main` or `article` with
 * the page's headline. A consent text or another article may be longer, but isn't in there.
 */
export function findReportPart(
  page: PageElement,
  body: PageElement,
  headline: PageElement | undefined,
  prose: Prose,
): ReportPart {
  if (!headline) return { element: singleMain(page, prose) ?? body, others: [] };
  const around = ancestorsOf(headline, body);
  const isLarge = (element: PageElement): boolean => (prose.get(element) ?? 0) >= PART.minLetters;
  const main = around.findLast((element) => isMain(element) && isLarge(element));
  const article = around.find((element) => isArticle(element) && isLarge(element));
  const outer = main ?? body;
  const others = article
    ? findOthers(outer, article, isOther)
    : findOthers(outer, headline, isNamedOther);
  if (main) return { element: main, headline, others };
  return {
    element: article && isMost(article, outer, others, prose) ? article : outer,
    headline,
    others,
  };
}

/** Whether an article has most of the prose around it, apart from that of other articles. */
function isMost(
  article: PageElement,
  outer: PageElement,
  others: readonly PageElement[],
  prose: Prose,
): boolean {
  const own = prose.get(article) ?? 0;
  const theirs = others.reduce((sum, other) => sum + (prose.get(other) ?? 0), 0);
  return own >= PART.surelyLetters || (prose.get(outer) ?? 0) - theirs <= 2 * own;
}

/**
 * Other articles with a heading of their own, by their element or name. One without may be a part of
 * this one.
 */
function findOthers(outer: PageElement, article: PageElement, is: ElementTest): PageElement[] {
  const own = new Set([
    article,
    ...findElements(article, named('article')),
    ...ancestorsOf(article, outer),
  ]);
  return findElements(outer, is)
    .filter((other) => !own.has(other))
    .slice(0, PART.maxOthers)
    .filter((other) => findElement(other, named('h1 h2 h3')) !== undefined);
}

function isOther(element: PageElement): boolean {
  return element.localName === 'article' || isNamedOther(element);
}

/** The first heading with the page's title. */
export function findHeadline(page: PageElement, title: string): PageElement | undefined {
  const wanted = comparisonKey(title);
  if (wanted.length < PART.minTitleLetters) return undefined;
  for (const is of [isHeadline, named('h2')]) {
    for (const element of findElements(page, is)) {
      const key = comparisonKey(element.textContent);
      if (key !== '' && (key.endsWith(wanted) || key.startsWith(wanted))) return element;
    }
  }
  return undefined;
}

/** A heading of the first order, or what says that it is the headline. */
function isHeadline(element: PageElement): boolean {
  return element.localName === 'h1' || hasWord(element, 'itemprop', 'headline');
}

function singleMain(page: PageElement, prose: Prose): PageElement | undefined {
  const all = findElements(page, isMain);
  const [main] = all;
  return all.length === 1 && main && (prose.get(main) ?? 0) >= PART.minLetters ? main : undefined;
}

/** The elements around one, from the inside to the outside, without the last. */
function ancestorsOf(element: PageElement, end: PageElement): PageElement[] {
  const found: PageElement[] = [];
  for (let at = element.parentElement; at && at !== end; at = at.parentElement) found.push(at);
  return found;
}

function isMain(element: PageElement): boolean {
  return element.localName === 'main' || element.getAttribute('role') === 'main';
}

function isArticle(element: PageElement): boolean {
  return (
    element.localName === 'article' ||
    element.getAttribute('role') === 'article' ||
    (element.getAttribute('itemtype') ?? '').endsWith('Article')
  );
}
