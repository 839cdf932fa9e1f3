import { cleanText } from '../clean-text.ts';
import {
  isNamedBoilerplate,
  isNamedCaption,
  isNamedComments,
  isNamedConsent,
  isNamedDate,
  isNamedGate,
  isDistrusted,
} from './boilerplate-names.ts';
import { isHidden } from './is-hidden.ts';
import { readCaption } from './page-captions.ts';
import type { Prose } from './report/measure-prose.ts';
import { findElements, named } from './tree/find-elements.ts';
import type { PageElement } from './tree/page-node.ts';

/** Shares of the report's part of a page that tell boilerplate from the report. */
const CLEANING = {
  /**
   * An element that is named like boilerplate but contains more than this share of the prose is the
   * report after all.
   */
  maxBoilerplateShare: 0.3,
  /** The same for comments and consent texts, which are often longer than the article. */
  maxCommentsShare: 0.95,
  /** The same for captions and other small parts, which never contain a report. */
  maxPartShare: 0.15,
} as const;

/** What was removed from a page and may still say something about it. */
export interface RemovedText {
  readonly captions: readonly string[];
  /** Text from in front of the report: an invitation to subscribe, a consent dialog. */
  readonly notices: readonly string[];
}

/** What is known to belong to a page's report before the page is cleaned. */
export interface ReportEvidence {
  /** The part of the page with the report. */
  readonly part: PageElement;
  readonly prose: Prose;
  /** Elements that are paragraphs of the report, whatever they are named. */
  readonly paragraphs: ReadonlySet<PageElement>;
}

/**
 * Removes from a page what its markup marks as not part of a report: menus, forms, lists of other
 * articles, buttons. Captions are removed, too, and those of the report's part returned.
 */
export function cleanPage(body: PageElement, evidence: ReportEvidence): RemovedText {
  return new Cleaner(body, evidence).clean(body);
}

class Cleaner {
  readonly #evidence: ReportEvidence;
  /** Elements that hold paragraphs of the report. */
  readonly #holders: ReadonlySet<PageElement>;
  /** Whether elements were found to have a paragraph. */
  readonly #withParagraph = new Map<PageElement, boolean>();
  readonly #captions: string[] = [];
  readonly #notices: string[] = [];

  constructor(body: PageElement, evidence: ReportEvidence) {
    this.#evidence = evidence;
    this.#holders = findHolders(evidence.paragraphs, body);
  }

  clean(body: PageElement): RemovedText {
    this.#visit(body, this.#evidence.part === body);
    return { captions: this.#captions, notices: this.#notices };
  }

  #visit(parent: PageElement, isReportPart: boolean): void {
    for (const node of parent.childNodes) {
      if (!node.isElement) continue;
      const isCaption = isCaptionElement(node);
      const isSuspect = isCaption || isBoilerplate(node);
      if (isSuspect && !this.#isReport(node, limitOf(node, isCaption))) {
        if (isReportPart)
          this.#captions.push(...(isCaption ? [readCaption(node)] : readCaptions(node)));
        if (isNamedGate(node)) this.#notices.push(cleanText(node.textContent));
        node.remove();
        continue;
      }
      const isShunned =
        (isHidden(node) || isDistrusted(node) || SHUNNED_TAGS.has(node.localName)) &&
        this.#isReport(node, CLEANING.maxBoilerplateShare);
      const isInPart = isReportPart || node === this.#evidence.part;
      if (isShunned) accept(node);
      this.#visit(node, isInPart);
    }
  }

  /** Whether an element holds the report, or too much of the prose to be anything else. */
  #isReport(element: PageElement, maxShare: number): boolean {
    const { part, prose } = this.#evidence;
    if (element === part || this.#holders.has(element)) return true;
    const share = (prose.get(element) ?? 0) / Math.max(1, prose.get(part) ?? 0);
    return share > maxShare || this.#isCollapsed(element);
  }

  /**
   * Whether an element is the rest of a report, hidden until a reader asks for it: it has
   * paragraphs, and so has the element around it.
   */
  #isCollapsed(element: PageElement): boolean {
    const outer = element.parentElement;
    return (
      outer !== null &&
      isHidden(element) &&
      !isNamedBoilerplate(element) &&
      this.#hasParagraph(element) &&
      this.#hasParagraph(outer)
    );
  }

  #hasParagraph(element: PageElement): boolean {
    let has = this.#withParagraph.get(element);
    if (has === undefined) {
      has = element.childNodes.some(
        (node) =>
          node.isElement &&
          node.localName === 'p' &&
          (this.#evidence.prose.get(node) ?? 0) >= PARAGRAPH_LETTERS,
      );
      this.#withParagraph.set(element, has);
    }
    return has;
  }
}

function findHolders(
  paragraphs: ReadonlySet<PageElement>,
  body: PageElement,
): ReadonlySet<PageElement> {
  const holders = new Set<PageElement>();
  for (const paragraph of paragraphs) {
    let at: PageElement | null = paragraph;
    while (at && at !== body && !holders.has(at)) {
      holders.add(at);
      at = at.parentElement;
    }
  }
  return holders;
}

/** A shorter paragraph may be a label. */
const PARAGRAPH_LETTERS = 60;

/** Removes what would make Readability drop an element that holds the report. */
function accept(element: PageElement): void {
  for (const name of SHUNNED_ATTRIBUTES) element.removeAttribute(name);
  if (SHUNNED_TAGS.has(element.localName)) element.localName = 'div';
}

const SHUNNED_ATTRIBUTES = ['class', 'id', 'role', 'hidden', 'aria-hidden', 'aria-modal', 'style'];
const SHUNNED_TAGS: ReadonlySet<string> = new Set([
  'aside',
  'footer',
  'form',
  'nav',
  'dialog',
  'menu',
]);

/** The largest share of the report's part with which an element may still be removed. */
function limitOf(element: PageElement, isCaption: boolean): number {
  if (isCaption) return CLEANING.maxPartShare;
  return isNamedComments(element) || isNamedConsent(element)
    ? CLEANING.maxCommentsShare
    : CLEANING.maxBoilerplateShare;
}

/** A picture's frame may be removed as a whole. Its words are its caption. */
function readCaptions(element: PageElement): string[] {
  if (element.localName !== 'figure') return [];
  return findElements(element, named('figcaption')).map(readCaption);
}

function isCaptionElement(element: PageElement): boolean {
  return element.localName === 'figcaption' || isNamedCaption(element);
}

function isBoilerplate(element: PageElement): boolean {
  if (KEPT.has(element.localName)) return false;
  if (BOILERPLATE_TAGS.has(element.localName)) return true;
  // A marked-up time inside a sentence is part of it.
  if (element.localName === 'time') return element.parentElement?.localName !== 'p';
  if (BOILERPLATE_ROLES.has(element.getAttribute('role') ?? '')) return true;
  return isHidden(element) || isNamedDate(element) || isNamedBoilerplate(element);
}

const KEPT: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article']);
const BOILERPLATE_TAGS: ReadonlySet<string> = new Set([
  'nav',
  'footer',
  'aside',
  'form',
  'dialog',
  'menu',
]);
const BOILERPLATE_ROLES: ReadonlySet<string> = new Set(
  'navigation complementary banner contentinfo search dialog alertdialog menu menubar toolbar tablist'.split(
    ' ',
  ),
);
